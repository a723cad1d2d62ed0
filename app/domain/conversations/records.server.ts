import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import { conversations, messageMedia, messageReactions, messages } from './schema.server.ts'

/**
 * Conversations and messages as records for machines: whole company, stable order, no person's
 * reach applied. Only an API key or an export may ask.
 */
export type Page<T> = { rows: T[]; next: Cursor | undefined }

/** Newest activity first. */
export function listConversationRecords(
  db: TenantDb,
  page: { after?: Cursor; limit: number },
): Page<typeof conversations.$inferSelect> {
  const { after, limit } = page
  const rows = db
    .select()
    .from(conversations)
    .where(
      after &&
        sql`(${conversations.lastMessageAt}, ${conversations.id}) < (${after.at}, ${after.id})`,
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(limit + 1)
    .all()
  return toPage(rows, limit, (row) => ({ at: row.lastMessageAt, id: row.id }))
}

export function findConversationRecord(db: TenantDb, id: number) {
  return db.select().from(conversations).where(eq(conversations.id, id)).get()
}

export type MessageRecord = typeof messages.$inferSelect & {
  media: (typeof messageMedia.$inferSelect)[]
  reactions: (typeof messageReactions.$inferSelect)[]
}

/** Oldest first by provider time, then id. */
export function listMessageRecords(
  db: TenantDb,
  conversationId: number,
  page: { after?: Cursor; limit: number },
): Page<MessageRecord> {
  const { after, limit } = page
  const rows = db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        after && sql`(${messages.sortAt}, ${messages.id}) > (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(asc(messages.sortAt), asc(messages.id))
    .limit(limit + 1)
    .all()
  const { rows: shown, next } = toPage(rows, limit, (row) => ({ at: row.sortAt, id: row.id }))
  return { rows: withParts(db, shown), next }
}

export function findMessageRecord(db: TenantDb, id: number): MessageRecord | undefined {
  const row = db.select().from(messages).where(eq(messages.id, id)).get()
  return row && withParts(db, [row])[0]
}

function withParts(db: TenantDb, rows: (typeof messages.$inferSelect)[]): MessageRecord[] {
  const ids = rows.map((row) => row.id)
  const media = db.select().from(messageMedia).where(inArray(messageMedia.messageId, ids)).all()
  const reactions = db
    .select()
    .from(messageReactions)
    .where(inArray(messageReactions.messageId, ids))
    .all()
  return rows.map((row) => ({
    ...row,
    media: media.filter((item) => item.messageId === row.id),
    reactions: reactions.filter((item) => item.messageId === row.id),
  }))
}

/** One row more than asked for was read: it tells that there is a next page. */
export function toPage<T>(rows: T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursorOf(last) : undefined }
}
