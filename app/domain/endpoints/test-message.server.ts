import { and, desc, eq, isNull } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import type { QueueMessageResult } from '#app/domain/conversations/outbound.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { replyWindow } from '#app/domain/conversations/reply-window.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const RECIPIENTS_MAX = 10
/** How many of the newest open conversations are looked through for those of one endpoint. */
const LOOKED_AT_MAX = 300

export type TestRecipient = { conversationId: number; name: string; phone: string | null }

/** People a test may go to: they wrote on this endpoint and may be answered now. The latest first. */
export function listTestRecipients(
  db: TenantDb,
  actor: Actor,
  endpointId: number,
  now: number = Date.now(),
): TestRecipient[] {
  const newest = db
    .select()
    .from(conversations)
    .where(and(eq(conversations.isOpen, 1), reachable(db, actor)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(LOOKED_AT_MAX)
    .as('newest')
  return db
    .select({
      conversationId: newest.id,
      channel: newest.channel,
      lastInboundProviderAt: newest.lastInboundProviderAt,
      ...{ name: contacts.name, phone: contacts.phone },
    })
    .from(newest)
    .innerJoin(contacts, eq(contacts.id, newest.contactId))
    .where(and(eq(newest.endpointId, endpointId), isNull(contacts.blockedAt)))
    .orderBy(desc(newest.lastMessageAt), desc(newest.id))
    .all()
    .filter((row) => replyWindow(row, row.channel, now).isOpen)
    .slice(0, RECIPIENTS_MAX)
    .map(({ conversationId, name, phone }) => ({ conversationId, name, phone }))
}

/** Sends one line of the company's to somebody of the list. It does not pause the AI. */
export function sendTestMessage(
  db: TenantDb,
  actor: Actor,
  test: { endpointId: number; conversationId: number; text: string },
): QueueMessageResult | { ok: false; reason: 'not_recipient' } {
  const { endpointId, conversationId, text } = test
  const isThere = listTestRecipients(db, actor, endpointId).some(
    (one) => one.conversationId === conversationId,
  )
  if (!isThere) return { ok: false, reason: 'not_recipient' }
  return queueMessage(db, { conversationId, text, author: { kind: 'system' } })
}

/** What became of a message of this endpoint. */
export function findTestMessage(db: TenantDb, actor: Actor, endpointId: number, messageId: number) {
  const isOfEndpoint = and(
    ...[eq(messages.id, messageId), eq(messages.endpointId, endpointId)],
    eq(messages.direction, 'outbound'),
  )
  return db
    .select({
      ...{ id: messages.id, status: messages.status, conversationId: messages.conversationId },
      failureReason: messages.failureReason,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(isOfEndpoint, reachable(db, actor)))
    .get()
}
