import { and, eq, ne } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const CONVERSATIONS_MAX = 5

/** Pages that show a contact's leads hear of a change: its own, and its open conversations. */
export function tellLeadChange(db: TenantDb, contactId: number): void {
  const open = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), ne(conversations.status, 'closed')))
    .limit(CONVERSATIONS_MAX)
    .all()
  const data = { contactId }
  recordChange(db, 'contact.changed', { data })
  for (const { id } of open) recordChange(db, 'contact.changed', { conversationId: id, data })
}
