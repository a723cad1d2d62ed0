import { and, desc, eq, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Newest messages read; a prompt keeps as many of them as its budget allows. */
const THREAD_MESSAGES_MAX = 30

export type ThreadMessage = {
  id: number
  isInbound: boolean
  type: (typeof messages.$inferSelect)['type']
  text: string | null
  /** UTC ms: the provider's time where there is one */
  at: number
  editedAt: number | null
}

/**
 * A conversation as the assistant needs it: who it is with, what was said, and `turn`, the
 * customer's messages that nobody has answered yet. Notes are not part of it.
 */
export type Thread = {
  conversation: {
    id: number
    contactId: number
    channel: string
    status: (typeof conversations.$inferSelect)['status']
    aiState: (typeof conversations.$inferSelect)['aiState']
    needsPersonAt: number | null
  }
  contact: { name: string; language: string | null; blockedAt: number | null }
  earlier: ThreadMessage[]
  turn: ThreadMessage[]
  /** id of our newest message, 0 when we have written nothing */
  lastOutboundId: number
}

const HEAD = Symbol('answers.thread.head')
const MESSAGES = Symbol('answers.thread.messages')

/** Reads the thread, oldest first. @returns undefined when there is no such conversation */
export function findThread(db: TenantDb, conversationId: number): Thread | undefined {
  const head = prepared(db, HEAD, selectHead).get({ conversationId })
  if (!head) return undefined
  const rows = prepared(db, MESSAGES, selectMessages).all({ conversationId }).toReversed()
  const lastOutboundId = Math.max(0, ...rows.filter(isOurs).map(({ id }) => id))
  // What is unanswered goes by arrival, not by time: providers count in whole seconds, so a
  // question may seem older than the answer before it.
  const isPending = (row: Row) => row.authorKind === 'contact' && row.id > lastOutboundId
  const said = rows.filter((row) => row.deletedAt === null && row.type !== 'system')
  return {
    conversation: head.conversation,
    contact: head.contact,
    earlier: said.filter((row) => !isPending(row) && isSpoken(row)).map(toThreadMessage),
    turn: said.filter(isPending).map(toThreadMessage),
    lastOutboundId,
  }
}

type Row = ReturnType<ReturnType<typeof selectMessages>['all']>[number]

function isOurs(row: Row): boolean {
  return row.direction === 'outbound'
}

function isSpoken(row: Row): boolean {
  return row.authorKind !== 'system' || row.direction === 'outbound'
}

function toThreadMessage(row: Row): ThreadMessage {
  const { id, type, text, editedAt, sortAt } = row
  return { id, type, text, editedAt, at: sortAt, isInbound: !isOurs(row) }
}

function selectHead(db: TenantDb) {
  return db
    .select({
      conversation: {
        id: conversations.id,
        contactId: conversations.contactId,
        channel: conversations.channel,
        status: conversations.status,
        aiState: conversations.aiState,
        needsPersonAt: conversations.needsPersonAt,
      },
      contact: {
        name: contacts.name,
        language: contacts.language,
        blockedAt: contacts.blockedAt,
      },
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}

function selectMessages(db: TenantDb) {
  return db
    .select({
      id: messages.id,
      direction: messages.direction,
      authorKind: messages.authorKind,
      type: messages.type,
      text: messages.text,
      sortAt: messages.sortAt,
      editedAt: messages.editedAt,
      deletedAt: messages.deletedAt,
    })
    .from(messages)
    .where(and(eq(messages.conversationId, sql.placeholder('conversationId'))))
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(THREAD_MESSAGES_MAX)
    .prepare()
}
