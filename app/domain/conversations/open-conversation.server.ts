import { and, desc, eq, max, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import type { EventActor } from './events.server.ts'
import { conversations } from './schema.server.ts'

export type ConversationRow = typeof conversations.$inferSelect
export type EndpointRef = { id: number; channel: ChannelKind }

const OPEN = Symbol('conversations.open')
const GET = Symbol('conversations.get')

export function findConversation(db: TenantDb, id: number): ConversationRow | undefined {
  return prepared(db, GET, selectById).get({ id })
}

/** The one open conversation of a contact on an endpoint. */
export function findOpenConversation(
  db: TenantDb,
  contactId: number,
  endpointId: number,
): ConversationRow | undefined {
  return prepared(db, OPEN, selectOpen).get({ contactId, endpointId })
}

/** The open conversation, or the last closed one. */
export function findLatestConversation(
  db: TenantDb,
  contactId: number,
  endpointId: number,
): ConversationRow | undefined {
  return (
    findOpenConversation(db, contactId, endpointId) ??
    db
      .select()
      .from(conversations)
      .where(and(eq(conversations.contactId, contactId), eq(conversations.endpointId, endpointId)))
      .orderBy(desc(conversations.id))
      .limit(1)
      .get()
  )
}

/** Starts a conversation; what was closed stays closed and is shown as an earlier one. */
export function openConversation(
  db: TenantDb,
  about: { contactId: number; endpoint: EndpointRef; actor: EventActor; at: number; now: number },
): ConversationRow {
  const { contactId, endpoint, at, now } = about
  const row = db
    .insert(conversations)
    .values({
      ...{ contactId, endpointId: endpoint.id, channel: endpoint.channel },
      ...{ lastMessageAt: at, createdAt: now, updatedAt: now },
      lastInboundProviderAt: lastHeardAt(db, contactId, endpoint.id),
    })
    .returning()
    .get()
  recordEvent(db, row.id, { kind: 'opened', actor: about.actor })
  recordChange(db, 'conversation.changed', { conversationId: row.id })
  return row
}

/** The reply window belongs to the person and the number, not to one conversation. */
function lastHeardAt(db: TenantDb, contactId: number, endpointId: number): number | null {
  const row = db
    .select({ at: max(conversations.lastInboundProviderAt) })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), eq(conversations.endpointId, endpointId)))
    .get()
  return row?.at ?? null
}

function selectOpen(db: TenantDb) {
  return db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.contactId, sql.placeholder('contactId')),
        eq(conversations.endpointId, sql.placeholder('endpointId')),
        sql`${conversations.status} <> 'closed'`,
      ),
    )
    .prepare()
}

function selectById(db: TenantDb) {
  return db
    .select()
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare()
}
