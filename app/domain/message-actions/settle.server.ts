import { and, eq } from 'drizzle-orm'
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

/** The channel did not take it: nobody is to believe that the customer sees it. */
export function dropReaction(db: TenantDb, messageId: number): void {
  db.delete(messageReactions).where(isOwn(messageId)).run()
  tell(db, messageId)
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
  tell(db, messageId)
}

/** It is gone for the customer: nothing of what it said is kept here either. */
export function finishRemoval(db: TenantDb, messageId: number): void {
  db.update(messages)
    .set({ text: null, payloadJson: '{}', deletedAt: Date.now(), removalRequestedAt: null })
    .where(eq(messages.id, messageId))
    .run()
  for (const table of [messageEdits, messageMedia, messageReactions])
    db.delete(table).where(eq(table.messageId, messageId)).run()
  noteChanged(db, messageId)
}

export function giveUpRemoval(db: TenantDb, messageId: number): void {
  db.update(messages).set({ removalRequestedAt: null }).where(eq(messages.id, messageId)).run()
  tell(db, messageId)
}

function isOwn(messageId: number) {
  return and(eq(messageReactions.messageId, messageId), eq(messageReactions.byKind, 'member'))
}

/** Whoever wrote the message is told that a change of it did not go through. */
function tell(db: TenantDb, messageId: number): void {
  const message = findMessage(db, messageId)
  noteChanged(db, messageId)
  if (!message?.authorMemberId) return
  const { authorMemberId, conversationId } = message
  notify(db, {
    ...{ kind: 'message_failed', memberIds: [authorMemberId], conversationId },
    data: { change: true },
  })
}

function noteChanged(db: TenantDb, messageId: number): void {
  const conversationId = findMessage(db, messageId)?.conversationId
  if (conversationId) recordChange(db, 'message.changed', { conversationId, data: { messageId } })
}
