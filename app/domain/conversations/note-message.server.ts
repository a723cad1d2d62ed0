import { eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { noteSpoken } from '#app/domain/sla/clocks.server.ts'
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
  /**
   * whose words they are: a customer's count as unread, open the reply window and wait for an
   * answer; staff's and the AI's answer them; the system's change nothing
   */
  speaker: 'customer' | 'staff' | 'ai' | 'system'
  hasMedia?: boolean
}

const CONTACT = Symbol('contacts.noteMessage')
const WRITER = Symbol('contacts.noteInbound')

/** Moves the conversation's head to a new message and tells live pages. */
export function noteMessage(db: TenantDb, message: NotedMessage): void {
  const { conversationId, contactId, messageId, sortAt, now, speaker } = message
  const isInbound = speaker === 'customer'
  const key = Symbol.for(`conversations.note:${speaker}`)
  prepared(db, key, () => updateFor(db, speaker)).run({
    ...{ conversationId, messageId, sortAt, now, hasMedia: message.hasMedia ? 1 : 0 },
  })
  const contact = isInbound
    ? prepared(db, WRITER, updateWriter)
    : prepared(db, CONTACT, updateContact)
  contact.run({ contactId, sortAt })
  noteSpoken(db, { conversationId, speaker, now })
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
    hasMedia: sql`max(${conversations.hasMedia}, ${param('hasMedia')})`,
  }
}

function updateFor(db: TenantDb, speaker: NotedMessage['speaker']) {
  return db
    .update(conversations)
    .set({ ...headOf(), ...turnOf[speaker] })
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}

/** Whose turn it is after these words. */
const turnOf = {
  customer: {
    lastInboundId: param('messageId'),
    lastInboundProviderAt: sql`max(coalesce(${conversations.lastInboundProviderAt}, 0), ${param('sortAt')})`,
    unansweredSince: sql`min(coalesce(${conversations.unansweredSince}, ${param('sortAt')}), ${param('sortAt')})`,
    // The customer answered: it is no longer we who wait.
    status: sql`case when ${conversations.status} in ('waiting', 'snoozed') then 'in_progress'
      else ${conversations.status} end`,
  },
  staff: {
    unansweredSince: null,
    status: sql`case when ${conversations.status} in ('new', 'in_progress') then 'waiting'
      else ${conversations.status} end`,
  },
  ai: { unansweredSince: null },
  system: {},
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
