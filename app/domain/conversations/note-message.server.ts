import { eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contacts } from '../contacts/schema.server.ts'
import { recordEvent } from './events.server.ts'
import type { EventActor } from './events.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import { conversations } from './schema.server.ts'

export type NotedMessage = {
  conversationId: number
  contactId: number
  messageId: number
  sortAt: number
  now: number
  /** a customer's own words: they count as unread and open the reply window */
  isInbound: boolean
}

const INBOUND = Symbol('conversations.noteInbound')
const OUTBOUND = Symbol('conversations.noteOutbound')
const CONTACT = Symbol('contacts.noteMessage')
const WRITER = Symbol('contacts.noteInbound')

/** Moves the conversation's head to a new message and tells live pages. */
export function noteMessage(db: TenantDb, message: NotedMessage): void {
  const { conversationId, contactId, messageId, sortAt, now, isInbound } = message
  const key = isInbound ? INBOUND : OUTBOUND
  prepared(db, key, isInbound ? updateForInbound : updateForOutbound).run({
    ...{ conversationId, messageId, sortAt, now },
  })
  const contact = isInbound
    ? prepared(db, WRITER, updateWriter)
    : prepared(db, CONTACT, updateContact)
  contact.run({ contactId, sortAt })
  recordChange(db, 'message.created', { conversationId, data: { messageId } })
}

/** A person speaks, so the AI does not, until it is given back. */
export function pauseAi(
  db: TenantDb,
  conversation: Pick<ConversationRow, 'id' | 'aiState'>,
  actor: EventActor,
): void {
  if (conversation.aiState !== 'on') return
  db.update(conversations)
    .set({ aiState: 'paused', updatedAt: Date.now() })
    .where(eq(conversations.id, conversation.id))
    .run()
  recordEvent(db, conversation.id, { kind: 'taken_over', actor })
  recordChange(db, 'conversation.changed', { conversationId: conversation.id })
}

const param = (name: string) => sql`${sql.placeholder(name)}`

function headOf() {
  const isNewest = sql`${param('sortAt')} >= ${conversations.lastMessageAt}`
  return {
    lastMessageId: sql`case when ${isNewest} or ${conversations.lastMessageId} is null
      then ${param('messageId')} else ${conversations.lastMessageId} end`,
    lastMessageAt: sql`max(${conversations.lastMessageAt}, ${param('sortAt')})`,
    updatedAt: param('now'),
  }
}

function updateForInbound(db: TenantDb) {
  return db
    .update(conversations)
    .set({
      ...headOf(),
      lastInboundId: param('messageId'),
      lastInboundProviderAt: sql`max(coalesce(${conversations.lastInboundProviderAt}, 0), ${param('sortAt')})`,
      // The customer answered: it is no longer we who wait.
      status: sql`case when ${conversations.status} in ('waiting', 'snoozed') then 'in_progress'
        else ${conversations.status} end`,
    })
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}

function updateForOutbound(db: TenantDb) {
  return db
    .update(conversations)
    .set(headOf())
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}

function lastMessageAt() {
  return sql`max(coalesce(${contacts.lastMessageAt}, 0), ${param('sortAt')})`
}

function updateContact(db: TenantDb) {
  return db
    .update(contacts)
    .set({ lastMessageAt: lastMessageAt() })
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}

/** Who writes can be reached again. */
function updateWriter(db: TenantDb) {
  return db
    .update(contacts)
    .set({ lastMessageAt: lastMessageAt(), unreachableAt: null })
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}
