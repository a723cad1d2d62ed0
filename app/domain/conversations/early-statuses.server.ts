import { and, eq, lt, lte, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { moveForward } from './delivery-state.server.ts'
import type { DeliveryStatus, StatusEvent } from './inbound.ts'
import { findMessage } from './message-rows.server.ts'
import { earlyStatuses } from './schema.server.ts'

/** Statuses of messages that others sent from the same number would pile up. */
const KEPT_MS = 7 * 24 * 3_600_000
const PRUNE_BATCH = 50

/** Keeps a status whose message is not known yet. */
export function parkStatus(db: TenantDb, endpointId: number, event: StatusEvent): void {
  const { providerId, status, at, failure } = event
  const now = Date.now()
  db.insert(earlyStatuses)
    .values({
      ...{ endpointId, providerId, status, at, receivedAt: now },
      failureCode: failure?.code ?? null,
      failureReason: failure?.reason ?? null,
    })
    .run()
  const oldest = sql`(select min(id) from early_statuses)`
  db.delete(earlyStatuses)
    .where(
      and(
        lte(earlyStatuses.id, sql`${oldest} + ${PRUNE_BATCH}`),
        lt(earlyStatuses.receivedAt, now - KEPT_MS),
      ),
    )
    .run()
}

/** Applies what was parked for a message whose provider id is known now. */
export function applyEarlyStatuses(
  db: TenantDb,
  message: { id: number; endpointId: number; providerId: string },
): void {
  const isParked = and(
    eq(earlyStatuses.endpointId, message.endpointId),
    eq(earlyStatuses.providerId, message.providerId),
  )
  const parked = db.select().from(earlyStatuses).where(isParked).orderBy(earlyStatuses.id).all()
  for (const row of parked) {
    const current = findMessage(db, message.id)
    if (current) moveForward(db, current, toEvent(row))
  }
  if (parked.length > 0) db.delete(earlyStatuses).where(isParked).run()
}

function toEvent(row: typeof earlyStatuses.$inferSelect): StatusEvent {
  const { providerId, status, at, failureCode, failureReason } = row
  const failure =
    failureCode === null ? undefined : { code: failureCode, reason: failureReason ?? '' }
  return { kind: 'status', providerId, status: status as DeliveryStatus, at, failure }
}
