import { findContact } from '#app/domain/contacts/reach.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

type Asked = { conversationId?: number; contactId?: number; leadId?: number }

/**
 * What a task that is to be written will be about, and whom that concerns.
 *
 * @returns undefined when any of it is out of this person's reach
 */
export function findTaskAbout(db: TenantDb, actor: Actor, asked: Asked) {
  const { conversationId, contactId, leadId } = asked
  const conversation = conversationId && findReachable(db, actor, conversationId)
  const lead = leadId && findLead(db, actor, leadId)
  if ((conversationId && !conversation) || (leadId && !lead)) return undefined
  const whom = contactId ?? (conversation || lead || undefined)?.contactId
  const contact = whom === undefined ? undefined : findContact(db, actor, whom)
  if (contactId && !contact) return undefined
  return {
    ...{ conversationId, contactId, leadId },
    contact: contact && { id: contact.id, name: contact.name, phone: contact.phone },
  }
}
