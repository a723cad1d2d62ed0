import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { Actor, Role } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const START = Date.UTC(2026, 10, 1)

/** A member who may act. */
export function addMember(db: TenantDb, role: Role, name: string = role): Actor {
  const { id } = db
    .insert(members)
    .values({
      ...{ email: `${name}-${role}@test.example`.toLowerCase(), name, role },
      ...{ createdAt: START, updatedAt: START },
    })
    .returning({ id: members.id })
    .get()
  return { id, role, extra: [] }
}

export function addEndpoint(db: TenantDb): number {
  const values = { name: 'Line', createdAt: START, updatedAt: START }
  return db
    .insert(endpoints)
    .values({ key: `key-${Math.random()}`, channel: 'whatsapp-cloud', ...values })
    .returning({ id: endpoints.id })
    .get().id
}

export type NewConversation = Partial<typeof conversations.$inferInsert> & {
  name?: string
  phone?: string
  /** an earlier contact instead of a new one */
  contactId?: number
  texts?: string[]
}

/** A conversation with its contact and inbound texts, a minute apart, ending at lastMessageAt. */
export function addConversation(db: TenantDb, endpointId: number, options: NewConversation = {}) {
  const { name = 'Asha', phone = null, texts = ['Hello'], contactId: known, ...rest } = options
  const lastMessageAt = rest.lastMessageAt ?? START
  const times = { createdAt: START, updatedAt: START }
  const contactId =
    known ??
    db
      .insert(contacts)
      .values({ name, phone, ...times })
      .returning({ id: contacts.id })
      .get().id
  const { id } = db
    .insert(conversations)
    .values({ contactId, endpointId, channel: 'whatsapp-cloud', ...times, ...rest, lastMessageAt })
    .returning({ id: conversations.id })
    .get()
  const ids = texts.map((text, index) =>
    addMessage(db, {
      ...{ conversationId: id, endpointId, text },
      sortAt: lastMessageAt - (texts.length - 1 - index) * 60_000,
    }),
  )
  const lastId = ids.at(-1) ?? null
  sqliteOf(db)
    .prepare('update conversations set last_message_id = ?, last_inbound_id = ? where id = ?')
    .run(lastId, lastId, id)
  return { id, contactId, messageIds: ids }
}

export function addMessage(
  db: TenantDb,
  values: Partial<typeof messages.$inferInsert> & { conversationId: number; endpointId: number },
): number {
  return db
    .insert(messages)
    .values({
      ...{ direction: 'inbound', authorKind: 'contact', type: 'text', status: 'received' },
      ...{ sortAt: START, createdAt: START },
      ...values,
    })
    .returning({ id: messages.id })
    .get().id
}

/** The two company settings that open more to agents. */
export function setReach(db: TenantDb, settings: { earlier?: boolean; unassigned?: boolean }) {
  sqliteOf(db)
    .prepare('update company set agents_see_earlier = ?, agents_see_unassigned = ?')
    .run(settings.earlier ? 1 : 0, settings.unassigned ? 1 : 0)
}
