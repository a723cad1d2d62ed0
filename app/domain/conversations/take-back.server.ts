import { and, desc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { findDrafts, saveDraft } from '#app/domain/drafts/save.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations, messageAttempts, messages } from './schema.server.ts'

/** How long a member may take back what they sent. */
export const UNDO_MS = 5_000

export type TakeBackResult =
  | { ok: true; text: string; fileCount: number }
  | { ok: false; reason: 'not_found' | 'already_sent' }

/** What a message of this member waits before it leaves, as they chose. */
export function holdMsOf(db: TenantDb, actor: Pick<Actor, 'id'>): number {
  return findMember(db, actor.id)?.undoSend ? UNDO_MS : 0
}

/**
 * Undoes a sending: the message is gone, as are the others of the same sending, and its words are
 * the member's draft again, above what was typed meanwhile. Whether it has left is decided here, in the file: the worker takes a
 * message only from `queued`, and so does this.
 */
export function takeBack(
  db: TenantDb,
  actor: Actor,
  { conversationId, messageId }: { conversationId: number; messageId: number },
): TakeBackResult {
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const sending = listSending(db, actor, conversationId, messageId)
    if (sending.length === 0) return { ok: false, reason: 'not_found' }
    const ids = sending.map((message) => message.id)
    const isWaiting = sending.every((message) => message.status === 'queued')
    if (!isWaiting || wasTried(db, ids)) return { ok: false, reason: 'already_sent' }
    const fileCount = sending.filter((message) => message.type !== 'text').length
    db.delete(messages).where(inArray(messages.id, ids)).run()
    restoreHead(db, conversationId)
    // A template's words are not the member's to change.
    const isOwnText = sending.every((message) => !message.payloadJson.startsWith('{"template"'))
    const text = isOwnText ? (sending.find((message) => message.text)?.text ?? '') : ''
    const later = findDrafts(db, actor, conversationId).reply?.text
    const draft = [text, later].filter(Boolean).join('\n')
    saveDraft(db, actor, { conversationId, kind: 'reply', text: draft })
    recordChange(db, 'message.changed', { conversationId, data: { messageId } })
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, text, fileCount }
  })
}

/** A text with several files leaves as several messages, all made in one moment. */
function listSending(db: TenantDb, actor: Actor, conversationId: number, messageId: number) {
  const own = and(
    eq(messages.conversationId, conversationId),
    eq(messages.authorMemberId, actor.id),
    isNotNull(messages.heldUntil),
  )
  const one = db
    .select()
    .from(messages)
    .where(and(own, eq(messages.id, messageId)))
    .get()
  if (!one) return []
  return db
    .select()
    .from(messages)
    .where(and(own, eq(messages.createdAt, one.createdAt), eq(messages.sortAt, one.sortAt)))
    .orderBy(messages.id)
    .all()
}

/** An attempt may have reached the vendor, whatever became of it. */
function wasTried(db: TenantDb, ids: number[]): boolean {
  const attempt = db
    .select({ id: messageAttempts.id })
    .from(messageAttempts)
    .where(inArray(messageAttempts.messageId, ids))
    .limit(1)
    .get()
  return attempt !== undefined
}

/** The conversation's head as if the message had never been: newest words, whose turn it is. */
function restoreHead(db: TenantDb, conversationId: number): void {
  const of = eq(messages.conversationId, conversationId)
  const newest = db
    .select({ id: messages.id, at: messages.sortAt })
    .from(messages)
    .where(of)
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(1)
    .get()
  const lastSaid = sql`coalesce((select max(said.id) from messages said where
    said.conversation_id = ${conversationId} and said.direction = 'outbound'
    and said.author_kind <> 'system'), 0)`
  const unanswered = db
    .select({ at: sql<number | null>`min(${messages.sortAt})` })
    .from(messages)
    .where(and(of, eq(messages.authorKind, 'contact'), sql`${messages.id} > ${lastSaid}`))
    .get()
  const unansweredSince = unanswered?.at ?? null
  const row = db
    .update(conversations)
    .set({
      ...{ lastMessageId: newest?.id ?? null, unansweredSince, updatedAt: Date.now() },
      lastMessageAt: newest ? newest.at : sql`${conversations.createdAt}`,
      status: sql`case when ${conversations.status} = 'waiting' and ${unansweredSince} is not null
        then 'in_progress' else ${conversations.status} end`,
    })
    .where(eq(conversations.id, conversationId))
    .returning({ contactId: conversations.contactId })
    .get()
  restoreContact(db, row.contactId)
}

function restoreContact(db: TenantDb, contactId: number): void {
  const newest = db
    .select({ at: max(conversations.lastMessageAt) })
    .from(conversations)
    .where(eq(conversations.contactId, contactId))
    .get()
  db.update(contacts)
    .set({ lastMessageAt: newest?.at ?? null })
    .where(eq(contacts.id, contactId))
    .run()
}
