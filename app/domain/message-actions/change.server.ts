import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { isEmoji, toPlainEmoji } from '#app/domain/conversations/emoji.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { replyWindow } from '#app/domain/conversations/reply-window.server.ts'
import { messageEdits, messages } from '#app/domain/conversations/schema.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind, ChannelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { mayChange } from './may-change.ts'
import { ownReactionOf, putReaction } from './settle.server.ts'

export type MessagePlace = { conversationId: number; messageId: number }
export type ChangeRefusal =
  | 'not_found'
  | 'conversation_closed'
  | 'outside_reply_window'
  | 'change_not_possible'
  | 'empty_message'
  | 'message_too_long'
  | 'no_emoji'
  | 'reaction_not_taken'
export type ChangeResult = { ok: true } | { ok: false; reason: ChangeRefusal }

type Found = {
  conversation: NonNullable<ReturnType<typeof findReachable>>
  message: typeof messages.$inferSelect
  rules: ChannelRules
}

/** Puts the company's one reaction on a customer's message, or takes it back with null. */
export function reactAsMember(
  db: TenantDb,
  actor: Actor,
  { emoji, ...place }: MessagePlace & { emoji: string | null },
): ChangeResult {
  if (emoji !== null && !isEmoji(emoji)) return { ok: false, reason: 'no_emoji' }
  return withMessage(db, actor, place, ({ conversation, message, rules }) => {
    const { channel } = conversation
    const isTheirs = message.direction === 'inbound' && message.deletedAt === null
    if (!rules.canReact || !isTheirs) return refuse('change_not_possible')
    if (!replyWindow(conversation, channel).isOpen) return refuse('outside_reply_window')
    if (emoji !== null && rules.reactions?.includes(toPlainEmoji(emoji)) === false) {
      return refuse('reaction_not_taken')
    }
    const before = ownReactionOf(db, message.id) ?? null
    if (before === emoji) return { ok: true }
    putReaction(db, message.id, emoji && { emoji, byId: actor.id })
    enqueue(db, 'message.react', { messageId: message.id, before })
    return { ok: true }
  })
}

/** Other words for what one has sent; the customer sees that it was edited. */
export function editOwnMessage(
  db: TenantDb,
  actor: Actor,
  { text, ...place }: MessagePlace & { text: string },
): ChangeResult {
  const words = text.trim()
  if (!words) return { ok: false, reason: 'empty_message' }
  return withMessage(db, actor, place, ({ message, rules }) => {
    if (!isChangeable(actor, message, rules.editMaxMs) || message.type !== 'text') {
      return refuse('change_not_possible')
    }
    if (words.length > rules.textMax) return refuse('message_too_long')
    if (words === message.text) return { ok: true }
    const at = Date.now()
    const { id: editId } = db
      .insert(messageEdits)
      .values({ messageId: message.id, previousText: message.text, at, memberId: actor.id })
      .returning({ id: messageEdits.id })
      .get()
    db.update(messages).set({ text: words, editedAt: at }).where(eq(messages.id, message.id)).run()
    enqueue(db, 'message.edit', { messageId: message.id, editId })
    return { ok: true }
  })
}

/** Asks the channel to delete a message for both sides; it stays until the channel has. */
export function removeOwnMessage(db: TenantDb, actor: Actor, place: MessagePlace): ChangeResult {
  return withMessage(db, actor, place, ({ message, rules }) => {
    if (message.removalRequestedAt !== null) return { ok: true }
    if (!isChangeable(actor, message, rules.removeMaxMs)) return refuse('change_not_possible')
    traceRemoval(db, actor, place)
    const change = { removalRequestedAt: Date.now() }
    db.update(messages).set(change).where(eq(messages.id, message.id)).run()
    enqueue(db, 'message.remove', { messageId: message.id })
    return { ok: true }
  })
}

function withMessage(
  db: TenantDb,
  actor: Actor,
  { conversationId, messageId }: MessagePlace,
  work: (found: Found) => ChangeResult,
): ChangeResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    const message = db
      .select()
      .from(messages)
      .where(and(eq(messages.id, messageId), eq(messages.conversationId, conversationId)))
      .get()
    if (!conversation || !message) return refuse('not_found')
    if (conversation.status === 'closed') return refuse('conversation_closed')
    // What the vendor has never named cannot be named to the vendor.
    if (message.providerId === null) return refuse('change_not_possible')
    const rules = channelRules[conversation.channel as ChannelKind]
    const result = work({ conversation, message, rules })
    if (!result.ok) return result
    const own = eq(messages.id, messageId)
    // What failed before is answered by the new try.
    db.update(messages).set({ changeFailed: null }).where(own).run()
    recordChange(db, 'message.changed', { conversationId, data: { messageId } })
    return result
  })
}

function isChangeable(
  actor: Actor,
  { sortAt: at, ...message }: Found['message'],
  maxMs: number | null,
): boolean {
  const who = { id: actor.id, seesAll: can(actor, 'conversations.read_all') }
  return mayChange(who, { ...message, at }, maxMs)
}

function traceRemoval(db: TenantDb, { id }: Actor, { conversationId, messageId }: MessagePlace) {
  const by = { kind: 'member', id, name: findMember(db, id)?.name ?? '' } as const
  const subject = { subjectKind: 'conversation', subjectId: conversationId }
  recordAudit(db, by, { action: 'message.removed', ...subject, details: { messageId } })
  const actor = { kind: 'member', memberId: id } as const
  recordEvent(db, conversationId, { kind: 'message_removed', actor, data: { messageId } })
}

function refuse(reason: ChangeRefusal): ChangeResult {
  return { ok: false, reason }
}
