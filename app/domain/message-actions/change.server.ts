import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { isEmoji } from '#app/domain/conversations/emoji.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { replyWindow } from '#app/domain/conversations/reply-window.server.ts'
import {
  messageEdits,
  messageReactions,
  messages,
} from '#app/domain/conversations/schema.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind, ChannelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type MessagePlace = { conversationId: number; messageId: number }
export type ChangeRefusal =
  | 'not_found'
  | 'conversation_closed'
  | 'outside_reply_window'
  | 'change_not_possible'
  | 'empty_message'
  | 'message_too_long'
  | 'no_emoji'
export type ChangeResult = { ok: true } | { ok: false; reason: ChangeRefusal }

type Found = {
  conversation: NonNullable<ReturnType<typeof findReachable>>
  message: typeof messages.$inferSelect
  rules: ChannelRules
}

/** Puts the company's one reaction on a message, or takes it back with null. */
export function reactAsMember(
  db: TenantDb,
  actor: Actor,
  { emoji, ...place }: MessagePlace & { emoji: string | null },
): ChangeResult {
  if (emoji !== null && !isEmoji(emoji)) return { ok: false, reason: 'no_emoji' }
  return withMessage(db, actor, place, ({ conversation, message, rules }) => {
    const { channel } = conversation
    if (!rules.canReact || message.deletedAt !== null) return refuse('change_not_possible')
    if (!replyWindow(conversation, channel).isOpen) return refuse('outside_reply_window')
    const own = and(
      eq(messageReactions.messageId, message.id),
      eq(messageReactions.byKind, 'member'),
    )
    db.delete(messageReactions).where(own).run()
    const at = Date.now()
    if (emoji !== null) {
      const row = { messageId: message.id, byKind: 'member' as const, byId: actor.id, emoji, at }
      db.insert(messageReactions).values(row).run()
    }
    enqueue(db, 'message.react', { messageId: message.id })
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
    if (!mayChange(actor, message, rules.editMaxMs) || message.type !== 'text') {
      return refuse('change_not_possible')
    }
    if (words.length > rules.textMax) return refuse('message_too_long')
    if (words === message.text) return { ok: true }
    const at = Date.now()
    const { id: editId } = db
      .insert(messageEdits)
      .values({ messageId: message.id, previousText: message.text, at })
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
    if (!mayChange(actor, message, rules.removeMaxMs)) return refuse('change_not_possible')
    const change = { removalRequestedAt: Date.now() }
    db.update(messages).set(change).where(eq(messages.id, message.id)).run()
    enqueue(db, 'message.remove', { messageId: message.id })
    return { ok: true }
  })
}

/** What has left and is not too old; one's own or the assistant's, or anybody's for who sees all. */
export function mayChange(
  actor: Actor,
  message: Pick<
    typeof messages.$inferSelect,
    'direction' | 'authorKind' | 'authorMemberId' | 'deletedAt' | 'status' | 'sortAt'
  >,
  maxMs: number | null,
): boolean {
  if (maxMs === null || message.direction !== 'outbound' || message.deletedAt !== null) return false
  const isOwn = message.authorMemberId === actor.id || message.authorKind === 'ai'
  const isOut = ['sent', 'delivered', 'read'].includes(message.status)
  const isYoung = Date.now() - message.sortAt < maxMs
  return isOut && isYoung && (isOwn || can(actor, 'conversations.read_all'))
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
    if (result.ok) recordChange(db, 'message.changed', { conversationId, data: { messageId } })
    return result
  })
}

function refuse(reason: ChangeRefusal): ChangeResult {
  return { ok: false, reason }
}
