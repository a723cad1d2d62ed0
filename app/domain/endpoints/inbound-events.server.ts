import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import { prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { inboundEvents } from './schema.server.ts'

export type InboundEventRow = typeof inboundEvents.$inferSelect

const KEPT_MS = 8 * 24 * 3_600_000
const PRUNE_BATCH = 1_000

const INSERT = Symbol('inboundEvents.insert')
const GET = Symbol('inboundEvents.get')
const UNREAD = Symbol('inboundEvents.unread')
const PROCESSED = Symbol('inboundEvents.processed')

/**
 * Keeps a vendor's call as it came, once, together with the job that reads it, in the caller's
 * transaction. Once that is committed nothing of it can be lost, and the call may be acknowledged.
 *
 * @returns false when the same event was kept before
 */
export function storeInboundEvent(
  db: TenantDb,
  event: { endpointId: number; eventId: string; raw: Buffer },
): boolean {
  const { endpointId, eventId, raw } = event
  const stored = prepared(db, INSERT, insertEvent).run(endpointId, eventId, raw, Date.now())
  if (stored.changes > 0) collectFrom(db, Number(stored.lastInsertRowid))
  return stored.changes > 0
}

/** Has the events from this one on read. In a rush the job that waits already will read them. */
export function collectFrom(db: TenantDb, fromEventId: number): void {
  enqueue(db, 'inbound.collect', { fromEventId }, { key: 'unread', revive: true })
}

/** Has one event read by itself, with its attempts counted. */
export function readAlone(db: TenantDb, eventId: number): void {
  enqueue(db, 'inbound.process', { eventId }, { key: `event:${eventId}` })
}

/** Ids of the events from one on that were not read yet, oldest first. */
export function listUnread(
  db: TenantDb,
  { from, limit }: { from: number; limit: number },
): number[] {
  return prepared(db, UNREAD, selectUnread).all(from, limit)
}

export function findInboundEvent(db: TenantDb, id: number): InboundEventRow | undefined {
  return prepared(db, GET, selectById).get({ id })
}

/** @param error why parts of it could not be read, for support; no message text */
export function markProcessed(db: TenantDb, id: number, error: string | null = null): void {
  prepared(db, PROCESSED, updateProcessed).run({ id, error, now: Date.now() })
}

/**
 * Vendors repeat a call for a week at most; after that its copy is of no use. Looks at the
 * oldest ones only: the bodies make a whole scan dear.
 */
export function pruneInboundEvents(db: TenantDb, now: number): void {
  const oldest = db
    .select({ id: inboundEvents.id })
    .from(inboundEvents)
    .orderBy(inboundEvents.id)
    .limit(PRUNE_BATCH)
  db.delete(inboundEvents)
    .where(and(inArray(inboundEvents.id, oldest), lt(inboundEvents.processedAt, now - KEPT_MS)))
    .run()
}

/** Plain SQL: every webhook waits for this one, and binding through drizzle costs as much again. */
function insertEvent(db: TenantDb) {
  return sqliteOf(db).prepare(
    `insert into inbound_events (endpoint_id, provider_event_id, raw, received_at)
     values (?, ?, ?, ?) on conflict do nothing`,
  )
}

function updateProcessed(db: TenantDb) {
  return db
    .update(inboundEvents)
    .set({
      processedAt: sql`${sql.placeholder('now')}`,
      error: sql`${sql.placeholder('error')}`,
    })
    .where(eq(inboundEvents.id, sql.placeholder('id')))
    .prepare()
}

/** By id, because hardly any event behind the first unread one was read. */
function selectUnread(db: TenantDb) {
  return sqliteOf(db)
    .prepare<[number, number], number>(
      `select id from inbound_events where id >= ? and processed_at is null order by id limit ?`,
    )
    .pluck()
}

function selectById(db: TenantDb) {
  return db
    .select()
    .from(inboundEvents)
    .where(eq(inboundEvents.id, sql.placeholder('id')))
    .prepare()
}
