import { and, desc, inArray, isNull, sql } from 'drizzle-orm'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { toPage } from '#app/domain/conversations/records.server.ts'
import type { Page } from '#app/domain/conversations/records.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactIdentities, contacts } from './schema.server.ts'

export type ContactRecord = typeof contacts.$inferSelect & {
  identities: (typeof contactIdentities.$inferSelect)[]
}

const activity = sql<number>`coalesce(${contacts.lastMessageAt}, ${contacts.createdAt})`

/** Every contact of the company, newest activity first, for machines. */
export function listContactRecords(
  db: TenantDb,
  page: { after?: Cursor; limit: number },
): Page<ContactRecord> {
  const { after, limit } = page
  const rows = db
    .select()
    .from(contacts)
    .where(
      and(
        isNull(contacts.mergedInto),
        isNull(contacts.deletedAt),
        after && sql`(${activity}, ${contacts.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(activity), desc(contacts.id))
    .limit(limit + 1)
    .all()
  const paged = toPage(rows, limit, (row) => ({
    at: row.lastMessageAt ?? row.createdAt,
    id: row.id,
  }))
  const identities = listIdentities(
    db,
    paged.rows.map((row) => row.id),
  )
  return {
    next: paged.next,
    rows: paged.rows.map((row) => ({
      ...row,
      identities: identities.filter((identity) => identity.contactId === row.id),
    })),
  }
}

function listIdentities(db: TenantDb, contactIds: number[]) {
  return db
    .select()
    .from(contactIdentities)
    .where(inArray(contactIdentities.contactId, contactIds))
    .all()
}
