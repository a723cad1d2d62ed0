import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type PersonCounts = {
  conversations: number
  messages: number
  files: number
  notes: number
  sales: number
  leads: number
}

/** How much there is of one person: what an erasure removes, and what it keeps the count of. */
export function countPersonData(db: TenantDb, contactId: number): PersonCounts {
  const count = (sql: string) =>
    Number(sqliteOf(db).prepare(`select count(*) from ${sql}`).pluck().get({ contactId }))
  const own = '(select id from conversations where contact_id = :contactId)'
  const messages = `(select id from messages where conversation_id in ${own})`
  return {
    conversations: count('conversations where contact_id = :contactId'),
    messages: count(`messages where conversation_id in ${own}`),
    files: count(`message_media where file_id is not null and message_id in ${messages}`),
    notes:
      count('contact_notes where contact_id = :contactId and deleted_at is null') +
      count(`notes where deleted_at is null and conversation_id in ${own}`),
    sales: count('sales where contact_id = :contactId'),
    leads: count('leads where contact_id = :contactId'),
  }
}
