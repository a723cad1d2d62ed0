import { listContacts } from '#app/domain/contacts/list.server.ts'
import { searchConversations } from '#app/domain/conversations/search.server.ts'
import { listLeads } from '#app/domain/leads/list.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** A few of each: who wants more goes to the list of that kind. */
const EACH_MAX = 6
export const FIND_MIN = 2

export type Found = ReturnType<typeof findAnything>

/** Contacts, conversations and leads that fit what was typed, within this person's reach. */
export function findAnything(db: TenantDb, actor: Actor, search: string) {
  const isLong = search.length >= FIND_MIN
  const mayContacts = isLong && can(actor, 'contacts.read')
  const mayConverse = isLong && can(actor, 'conversations.read')
  const contacts = mayContacts ? listContacts(db, actor, { search, limit: EACH_MAX }).rows : []
  const conversations = mayConverse ? searchConversations(db, actor, { search }).rows : []
  const leads = mayContacts ? listLeads(db, actor, { search }).rows : []
  return {
    contacts: contacts.map(({ id, name, phone }) => ({ id, name, phone })),
    conversations: conversations.slice(0, EACH_MAX).map((row) => ({
      ...{ id: row.id, name: row.contactName, phone: row.contactPhone, status: row.status },
      text: row.hit?.pieces.map((piece) => piece.text).join('') ?? '',
    })),
    leads: leads.slice(0, EACH_MAX).map((row) => ({
      ...{ id: row.id, title: row.title, stage: row.stageName },
      ...{ name: row.contactName, phone: row.contactPhone },
    })),
  }
}
