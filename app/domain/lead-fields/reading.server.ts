import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
import { leads } from '#app/domain/leads/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { enqueue, findWaiting, postpone } from '#app/jobs/queue.server.ts'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leadReadings } from './schema.server.ts'

/** A customer who goes on writing is read once, after a pause or after a minute. */
const READ_AFTER_MS = 5_000
const READ_WITHIN_MS = 60_000
/** Longer than a model may take; a reader that died is waited for no longer. */
const READING_MS = 45_000
/** Newest messages looked at, and how many known ones go along for their sense. */
const MESSAGES_MAX = 60
const CONTEXT_MAX = 8

const OPEN_LEAD = Symbol('lead_fields.open_lead')

export type Reading = { leadId: number; conversationId: number }
export type ReadMessage = { id: number; isInbound: boolean; text: string; at: number }

/**
 * Has the open lead of a contact filled from what the customer just wrote, in the transaction
 * that stored the message. Messages that follow each other push the same reading back.
 *
 * @returns false when there is no lead, or the assistant is turned off
 */
export function readLeadLater(
  db: TenantDb,
  order: { contactId: number; conversationId: number; messageId: number; now?: number },
): boolean {
  const { contactId, conversationId, messageId, now = Date.now() } = order
  if (!getCompany(db).aiEnabled) return false
  const leadId = prepared(db, OPEN_LEAD, selectOpenLead).get({ contactId })?.id
  if (leadId === undefined) return false
  const waiting = findWaiting(db, 'leads.read', `${conversationId}:${leadId}:`)
  const runAt = now + READ_AFTER_MS
  if (waiting) {
    const latest = waiting.createdAt + READ_WITHIN_MS
    return postpone(db, 'leads.read', waiting.key, Math.min(runAt, latest))
  }
  const key = `${conversationId}:${leadId}:${messageId}`
  return enqueue(db, 'leads.read', { leadId, conversationId }, { key, runAt })
}

export type RequestReadingResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'no_conversation' | 'being_read' }

/** A person has a lead filled from everything said in its conversation. */
export function requestReading(db: TenantDb, actor: Actor, leadId: number): RequestReadingResult {
  return inTransaction(db, () => {
    const lead = findLead(db, actor, leadId)
    if (!lead) return { ok: false, reason: 'not_found' }
    const conversationId = findConversation(db, actor, lead)
    if (conversationId === undefined) return { ok: false, reason: 'no_conversation' }
    if (isBeingRead(db, { leadId, conversationId })) return { ok: false, reason: 'being_read' }
    readAnew(db, { leadId, conversationId })
    return { ok: true }
  })
}

/** Asks for a reading from the beginning; in the caller's transaction. */
export function readAnew(db: TenantDb, { leadId, conversationId }: Reading): void {
  const now = Date.now()
  db.insert(leadReadings)
    .values({ leadId, conversationId, readTo: 0 })
    .onConflictDoUpdate({
      target: [leadReadings.leadId, leadReadings.conversationId],
      set: { readTo: 0 },
    })
    .run()
  const key = `${conversationId}:${leadId}:anew:${now}`
  enqueue(db, 'leads.read', { leadId, conversationId }, { key })
}

/** Whether a reading is under way or about to be. */
export function isBeingRead(db: TenantDb, reading: Reading): boolean {
  const prefix = `${reading.conversationId}:${reading.leadId}:anew:`
  if (findWaiting(db, 'leads.read', prefix)) return true
  return (findReading(db, reading)?.readingUntil ?? 0) > Date.now()
}

/** What a person may have read of a lead: undefined where they reach no conversation of it. */
export function findReadable(
  db: TenantDb,
  actor: Actor,
  lead: { id: number; contactId: number; conversationId: number | null },
): { isBeingRead: boolean } | undefined {
  const conversationId = findConversation(db, actor, lead)
  if (conversationId === undefined) return undefined
  return { isBeingRead: isBeingRead(db, { leadId: lead.id, conversationId }) }
}

/**
 * Begins to read: one at a time per lead and conversation.
 *
 * @returns what there is to read, `busy` while somebody else reads, `gone` where lead and
 *   conversation are not of one person any more, or nobody may be read
 */
export function beginReading(
  db: TenantDb,
  reading: Reading,
): { material: ReadMessage[]; readTo: number } | 'busy' | 'gone' {
  return inTransaction(db, () => {
    if (!belongTogether(db, reading)) return 'gone'
    const now = Date.now()
    const known = findReading(db, reading)
    if (known && known.readingUntil > now) return 'busy'
    const readingUntil = now + READING_MS
    db.insert(leadReadings)
      .values({ ...reading, readingUntil })
      .onConflictDoUpdate({
        target: [leadReadings.leadId, leadReadings.conversationId],
        set: { readingUntil },
      })
      .run()
    const readTo = known?.readTo ?? 0
    return { readTo, material: listMaterial(db, reading.conversationId, readTo) }
  })
}

/** Ends a reading, in the transaction that wrote what was read; without `readTo` it was in vain. */
export function endReading(
  db: TenantDb,
  reading: Reading,
  end: { outcome: string; readTo?: number },
): void {
  const { leadId, conversationId } = reading
  const { outcome, readTo } = end
  db.update(leadReadings)
    .set({
      ...{ readingUntil: 0, outcome, at: Date.now() },
      ...(readTo !== undefined && { readTo: sql`max(${leadReadings.readTo}, ${readTo})` }),
    })
    .where(and(eq(leadReadings.leadId, leadId), eq(leadReadings.conversationId, conversationId)))
    .run()
}

/** Lead and conversation are still of one contact, who may be read. */
export function belongTogether(db: TenantDb, { leadId, conversationId }: Reading): boolean {
  const row = db
    .select({ id: leads.id })
    .from(leads)
    .innerJoin(conversations, eq(conversations.contactId, leads.contactId))
    .innerJoin(contacts, eq(contacts.id, leads.contactId))
    .where(
      and(
        ...[eq(leads.id, leadId), eq(conversations.id, conversationId)],
        ...[isNull(conversations.deletedAt), isNull(contacts.blockedAt)],
      ),
    )
    .get()
  return row !== undefined
}

function findReading(db: TenantDb, { leadId, conversationId }: Reading) {
  return db
    .select()
    .from(leadReadings)
    .where(and(eq(leadReadings.leadId, leadId), eq(leadReadings.conversationId, conversationId)))
    .get()
}

/** The lead's own conversation, else the contact's newest one, within this person's reach. */
function findConversation(
  db: TenantDb,
  actor: Actor,
  lead: { contactId: number; conversationId: number | null },
): number | undefined {
  const { id, contactId } = conversations
  const isOwn = sql`${id} is ${lead.conversationId}`
  return db
    .select({ id })
    .from(conversations)
    .where(and(eq(contactId, lead.contactId), reachable(db, actor)))
    .orderBy(desc(isOwn), desc(id))
    .limit(1)
    .get()?.id
}

/** What is new, oldest first, with a little of what stood before; empty when nothing is. */
function listMaterial(db: TenantDb, conversationId: number, readTo: number): ReadMessage[] {
  const fresh = listSaid(db, { conversationId, limit: MESSAGES_MAX, after: readTo })
  if (!fresh.some((message) => message.isInbound)) return []
  const before = readTo > 0 ? { conversationId, limit: CONTEXT_MAX, upTo: readTo } : undefined
  return [...(before ? listSaid(db, before) : []), ...fresh]
}

function listSaid(
  db: TenantDb,
  query: { conversationId: number; limit: number; after?: number; upTo?: number },
): ReadMessage[] {
  const { conversationId, limit, after, upTo } = query
  const { id, direction, text, sortAt } = messages
  return db
    .select({ id, direction, text, at: sortAt })
    .from(messages)
    .where(
      and(
        ...[eq(messages.conversationId, conversationId), isNull(messages.deletedAt)],
        after === undefined ? undefined : gt(id, after),
        upTo === undefined ? undefined : lt(id, upTo + 1),
        sql`coalesce(${text}, '') <> ''`,
      ),
    )
    .orderBy(desc(sortAt), desc(id))
    .limit(limit)
    .all()
    .reverse()
    .map((row) => ({
      ...{ id: row.id, isInbound: row.direction === 'inbound' },
      ...{ text: row.text ?? '', at: row.at },
    }))
}

function selectOpenLead(db: TenantDb) {
  return db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.contactId, sql.placeholder('contactId')), isNull(leads.closedAt)))
    .orderBy(desc(leads.id))
    .limit(1)
    .prepare()
}
