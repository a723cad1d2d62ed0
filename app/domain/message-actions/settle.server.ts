import { and, eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import {
  messageEdits,
  messageMedia,
  messageReactions,
  messages,
} from '#app/domain/conversations/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The company's own reaction on a message, as it is now. */
export function ownReactionOf(db: TenantDb, messageId: number): string | undefined {
  return db
    .select({ emoji: messageReactions.emoji })
    .from(messageReactions)
    .where(isOwn(messageId))
    .get()?.emoji
}

/** Writes the company's one reaction on a message, or takes it away. */
export function putReaction(
  db: TenantDb,
  messageId: number,
  reaction: { emoji: string; byId: number } | null | '',
): void {
  db.delete(messageReactions).where(isOwn(messageId)).run()
  if (!reaction) return
  const row = { messageId, byKind: 'member' as const, ...reaction, at: Date.now() }
  db.insert(messageReactions).values(row).run()
}

/**
 * The channel did not take it, so what stood there before stands there still: nobody is to
 * believe that the customer sees it. A choice made meanwhile is left alone.
 */
export function revertReaction(
  db: TenantDb,
  messageId: number,
  { refused, before }: { refused: string | null; before: string | null },
): void {
  if ((ownReactionOf(db, messageId) ?? null) !== refused) return
  putReaction(db, messageId, before && { emoji: before, byId: 0 })
  tell(db, messageId, 'reaction')
}

/** The channel kept the earlier words, so they stand here again, unless edited once more. */
export function revertEdit(db: TenantDb, messageId: number, editId: number): void {
  const edit = db.select().from(messageEdits).where(eq(messageEdits.id, editId)).get()
  if (!edit) return
  db.delete(messageEdits).where(eq(messageEdits.id, editId)).run()
  const others = db.select().from(messageEdits).where(eq(messageEdits.messageId, messageId)).all()
  const before = others.filter((one) => one.id < editId).at(-1)
  const isNewest = others.every((one) => one.id < editId)
  if (isNewest) {
    db.update(messages)
      .set({ text: edit.previousText, editedAt: before?.at ?? null })
      .where(eq(messages.id, messageId))
      .run()
  }
  tell(db, messageId, 'wording')
}

/** It is gone for the customer: nothing of what it said is kept here either. */
export function finishRemoval(db: TenantDb, messageId: number): void {
  db.update(messages)
    .set({ text: null, payloadJson: '{}', deletedAt: Date.now(), removalRequestedAt: null })
    .where(eq(messages.id, messageId))
    .run()
  for (const table of [messageEdits, messageMedia, messageReactions])
    db.delete(table).where(eq(table.messageId, messageId)).run()
  for (const table of ['message_links', 'message_translations'])
    db.run(sql`delete from ${sql.identifier(table)} where message_id = ${messageId}`)
  noteChanged(db, messageId)
}

export function giveUpRemoval(db: TenantDb, messageId: number): void {
  db.update(messages).set({ removalRequestedAt: null }).where(eq(messages.id, messageId)).run()
  tell(db, messageId, 'removal')
}

function isOwn(messageId: number) {
  return and(eq(messageReactions.messageId, messageId), eq(messageReactions.byKind, 'member'))
}

type Failed = NonNullable<(typeof messages.$inferSelect)['changeFailed']>

/** The message says what did not go through, and whoever wrote it is told. */
function tell(db: TenantDb, messageId: number, changeFailed: Failed): void {
  db.update(messages).set({ changeFailed }).where(eq(messages.id, messageId)).run()
  noteChanged(db, messageId)
  const message = findMessage(db, messageId)
  if (!message?.authorMemberId) return
  const { authorMemberId, conversationId } = message
  notify(db, {
    ...{ kind: 'message_failed', memberIds: [authorMemberId], conversationId },
    data: { change: changeFailed },
  })
}

function noteChanged(db: TenantDb, messageId: number): void {
  const conversationId = findMessage(db, messageId)?.conversationId
  if (conversationId) recordChange(db, 'message.changed', { conversationId, data: { messageId } })
}
