import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { findWaiting, postpone } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { latestAttempt } from './attempts.server.ts'
import { messages } from './schema.server.ts'

type Waiting = { id: number; conversationId: number; endpointId: number }

/**
 * Whether an earlier message of the conversation is still on its way: a customer reads them in
 * the order they were written. One whose answer is lost holds nobody up; it has left already.
 */
export function mustWaitItsTurn(db: TenantDb, message: Waiting): boolean {
  const earlier = db
    .select({ id: messages.id, status: messages.status })
    .from(messages)
    .where(and(isWaiting(message), lt(messages.id, message.id)))
    .all()
  return earlier.some(
    ({ id, status }) => status === 'queued' || latestAttempt(db, id)?.endedAt === null,
  )
}

/** The line is free: the next message of the conversation goes out now. */
export function wakeNext(db: TenantDb, conversation: Omit<Waiting, 'id'>): void {
  const next = db
    .select({ id: messages.id, heldUntil: messages.heldUntil })
    .from(messages)
    .where(and(isWaiting(conversation), eq(messages.status, 'queued')))
    .orderBy(asc(messages.id))
    .limit(1)
    .get()
  if (next) wakeMessage(db, next)
}

/** A reconnected endpoint sends what waited for it. */
export function releaseOutbox(db: TenantDb, endpointId: number): void {
  const held = db
    .select({ id: messages.id, heldUntil: messages.heldUntil })
    .from(messages)
    .where(and(eq(messages.endpointId, endpointId), eq(messages.status, 'queued')))
    .all()
  for (const message of held) wakeMessage(db, message)
}

/** One that may still be taken back goes on waiting for that long. */
function wakeMessage(
  db: TenantDb,
  { id, heldUntil }: { id: number; heldUntil: number | null },
): void {
  const job = findWaiting(db, 'message.send', `${id}:`)
  if (job) postpone(db, 'message.send', job.key, Math.max(Date.now(), heldUntil ?? 0))
}

/** Phrased as the partial index on waiting messages is. */
function isWaiting({ conversationId, endpointId }: Omit<Waiting, 'id'>) {
  return and(
    eq(messages.endpointId, endpointId),
    eq(messages.conversationId, conversationId),
    inArray(messages.status, ['queued', 'sending']),
  )
}
