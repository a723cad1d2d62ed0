import { and, eq, inArray } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { notify } from './notify.server.ts'

/** Tells of a contact that has just turned green: the one they are assigned to, and who leads. */
export function tellHotLead(
  db: TenantDb,
  lead: { contactId: number; conversationId: number; at: number },
): void {
  const { contactId, conversationId, at } = lead
  const { assignedTo } = conversations
  const conversation = db
    .select({ assignedTo })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
  const leading = db
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.role, ['owner', 'admin']), eq(members.status, 'active')))
    .all()
    .map((member) => member.id)
  const assigned = conversation?.assignedTo ? [conversation.assignedTo] : []
  const dedupeKey = `hot_lead:${contactId}:${at}`
  notify(db, {
    kind: 'hot_lead',
    memberIds: [...assigned, ...leading],
    ...{ conversationId, contactId, dedupeKey },
  })
}
