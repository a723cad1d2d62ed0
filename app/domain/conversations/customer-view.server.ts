import { and, desc, eq, inArray } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { CustomerMessage } from './customer-view.ts'
import { conversations, messageMedia, messageReactions, messages } from './schema.server.ts'

const SHOWN_MAX = 60

/** The last messages between one contact and one endpoint, oldest first. */
export function listCustomerView(
  db: TenantDb,
  { contactId, endpointId }: { contactId: number; endpointId: number },
): CustomerMessage[] {
  const rows = db
    .select({ message: messages })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(conversations.contactId, contactId), eq(messages.endpointId, endpointId)))
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(SHOWN_MAX)
    .all()
  const ids = rows.map(({ message }) => message.id)
  const parts = { files: listFiles(db, ids), reactions: listReactions(db, ids) }
  return rows.toReversed().map(({ message }) => toCustomerMessage(message, parts))
}

type Parts = { files: ReturnType<typeof listFiles>; reactions: ReturnType<typeof listReactions> }

function toCustomerMessage(row: typeof messages.$inferSelect, parts: Parts): CustomerMessage {
  const { id, type, text, status, failureReason, providerId } = row
  const mine = <T extends { messageId: number }>(all: T[]) =>
    all.filter((one) => one.messageId === id)
  return {
    ...{ id, type, text, status, failureReason, providerId },
    ...{ isOurs: row.direction === 'outbound', author: row.authorKind, at: row.sortAt },
    ...{ isEdited: row.editedAt !== null, isDeleted: row.deletedAt !== null },
    reactions: mine(parts.reactions).map((one) => one.emoji),
    files: mine(parts.files).map(({ messageId: _, ...file }) => file),
  }
}

function listFiles(db: TenantDb, ids: number[]) {
  const { messageId, fileId, kind, fileName: name, state } = messageMedia
  return db
    .select({ messageId, fileId, kind, name, state })
    .from(messageMedia)
    .where(inArray(messageId, ids))
    .orderBy(messageMedia.position)
    .all()
}

function listReactions(db: TenantDb, ids: number[]) {
  const { messageId, emoji } = messageReactions
  return db.select({ messageId, emoji }).from(messageReactions).where(inArray(messageId, ids)).all()
}
