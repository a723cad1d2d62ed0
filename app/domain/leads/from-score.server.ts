import { eq } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findOpenLead, openLead } from './create.server.ts'

/**
 * Whoever turns hot is an opportunity: one lead in the first stage, unless one is open already.
 * It belongs to whoever has the conversation, and came from its endpoint. In the caller's transaction.
 */
export function leadFromScore(
  db: TenantDb,
  { contactId, conversationId }: { contactId: number; conversationId: number },
): void {
  if (findOpenLead(db, contactId)) return
  const conversation = db
    .select({ assignedTo: conversations.assignedTo, endpointName: endpoints.name })
    .from(conversations)
    .innerJoin(endpoints, eq(endpoints.id, conversations.endpointId))
    .where(eq(conversations.id, conversationId))
    .get()
  if (!conversation) return
  openLead(
    db,
    { kind: 'system' },
    {
      ...{ contactId, conversationId, title: '', ownerId: conversation.assignedTo },
      source: conversation.endpointName,
    },
  )
}
