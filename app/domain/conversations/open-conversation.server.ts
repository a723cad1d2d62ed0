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
const HEARD = Symbol('conversations.heardAt')
const INSERT = Symbol('conversations.insert')

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
  const heardAt = prepared(db, HEARD, selectHeardAt).get({ contactId, endpointId: endpoint.id })
  const row = prepared(db, INSERT, insertConversation).get({
    ...{ contactId, endpointId: endpoint.id, channel: endpoint.channel, at, now },
    heardAt: heardAt?.at ?? null,
  })
  recordEvent(db, row.id, { kind: 'opened', actor: about.actor })
  recordChange(db, 'conversation.changed', { conversationId: row.id })
  return row
}

/** The reply window belongs to the person and the number, not to one conversation. */
function selectHeardAt(db: TenantDb) {
  return db
    .select({ at: max(conversations.lastInboundProviderAt) })
    .from(conversations)
    .where(
      and(
        eq(conversations.contactId, sql.placeholder('contactId')),
        eq(conversations.endpointId, sql.placeholder('endpointId')),
      ),
    )
    .prepare()
}

function insertConversation(db: TenantDb) {
  return db
    .insert(conversations)
    .values({
      contactId: sql.placeholder('contactId'),
      endpointId: sql.placeholder('endpointId'),
      channel: sql.placeholder('channel'),
      lastMessageAt: sql.placeholder('at'),
      lastInboundProviderAt: sql.placeholder('heardAt'),
      createdAt: sql.placeholder('now'),
      updatedAt: sql.placeholder('now'),
    })
    .returning()
    .prepare()
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
