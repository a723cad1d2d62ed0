import { and, asc, inArray, isNull, lt } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { endConversation } from './close.server.ts'
import { conversations as c } from './schema.server.ts'

const HOUR_MS = 3_600_000
const BATCH_MAX = 100

/** Asks for the rule to run where it has something to close. */
export function closeIdleLater(db: TenantDb, now: number): void {
  if (listIdle(db, now, 1).length > 0)
    enqueue(db, 'conversations.close_idle', {}, { key: String(now) })
}

/**
 * Job conversations.close_idle: closes what has been silent for as long as the company says. A
 * customer who still waits for an answer is never closed by rule, nor is what is snoozed or
 * waits for a person.
 *
 * @returns how many were closed, at most a batch
 */
export function closeIdle(db: TenantDb, now = Date.now()): number {
  return inTransaction(db, () => {
    const idle = listIdle(db, now, BATCH_MAX)
    for (const conversation of idle) {
      // Whom staff asked last has given no answer; what the AI ended is settled.
      const outcome = conversation.status === 'waiting' ? 'abandoned' : 'resolved'
      endConversation(db, conversation, { outcome }, { kind: 'system' })
    }
    return idle.length
  })
}

function listIdle(db: TenantDb, now: number, limit: number) {
  const { idleCloseHours } = getCompany(db)
  if (!idleCloseHours) return []
  return db
    .select()
    .from(c)
    .where(
      and(
        inArray(c.status, ['new', 'in_progress', 'waiting']),
        lt(c.lastMessageAt, now - idleCloseHours * HOUR_MS),
        isNull(c.unansweredSince),
        isNull(c.needsPersonAt),
      ),
    )
    .orderBy(asc(c.status), asc(c.lastMessageAt))
    .limit(limit)
    .all()
}
