import { and, desc, eq, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { jobKinds } from '#app/jobs/registry.ts'
import type { JobKind } from '#app/jobs/registry.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { signal } from '#app/tenancy/signals.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toFailureReason } from './failure-reason.ts'
import type { FailureReason } from './failure-reason.ts'
import type { Saver } from './settings.server.ts'

export const FAILED_PER_PAGE = 30
const COUNTED_MAX = 100

/**
 * A message that may have left must not be sent again blindly: its conversation shows what became
 * of it and has a button of its own.
 */
const SETTLED_ELSEWHERE: ReadonlySet<string> = new Set<JobKind>(['message.send', 'message.settle'])

export type FailedJob = {
  id: number
  kind: JobKind
  reason: FailureReason
  attempts: number
  failedAt: number
  canRetry: boolean
  conversationId: number | null
}

export type SettleResult = { ok: true } | { ok: false; reason: 'not_found' }

/** Jobs that ended without success, the latest first. */
export function listFailedJobs(
  db: TenantDb,
  after?: Cursor,
): { rows: FailedJob[]; next: Cursor | undefined } {
  const isOlder =
    after &&
    or(lt(jobs.finishedAt, after.at), and(eq(jobs.finishedAt, after.at), lt(jobs.id, after.id)))
  const rows = db
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, 'failed'), isOlder))
    .orderBy(desc(jobs.finishedAt), desc(jobs.id))
    .limit(FAILED_PER_PAGE + 1)
    .all()
    .map((row) => toFailedJob(db, row))
  const shown = rows.slice(0, FAILED_PER_PAGE)
  const last = shown.at(-1)
  const hasMore = rows.length > FAILED_PER_PAGE
  return { rows: shown, next: hasMore && last ? { at: last.failedAt, id: last.id } : undefined }
}

/** How many there are, at most 100. */
export function countFailedJobs(db: TenantDb): number {
  const failed = db.select({ id: jobs.id }).from(jobs).where(eq(jobs.state, 'failed'))
  return failed.limit(COUNTED_MAX).all().length
}

/** Puts a failed job back with all its attempts. */
export function retryFailedJob(db: TenantDb, saver: Saver, id: number): SettleResult {
  return settle(db, saver, id, 'retry')
}

/** Takes a failed job off the list; what it was to do is not done. */
export function dismissFailedJob(db: TenantDb, saver: Saver, id: number): SettleResult {
  return settle(db, saver, id, 'dismiss')
}

function settle(db: TenantDb, saver: Saver, id: number, how: 'retry' | 'dismiss'): SettleResult {
  return inTransaction(db, () => {
    const isFailed = and(eq(jobs.id, id), eq(jobs.state, 'failed'))
    const job = db.select({ kind: jobs.kind }).from(jobs).where(isFailed).get()
    const isRefused = how === 'retry' && job && SETTLED_ELSEWHERE.has(job.kind)
    if (!job || isRefused) return { ok: false, reason: 'not_found' }
    const now = Date.now()
    const next =
      how === 'retry'
        ? { state: 'queued' as const, attempts: 0, runAt: now, finishedAt: null, lastError: null }
        : { state: 'cancelled' as const, finishedAt: now }
    db.update(jobs).set(next).where(isFailed).run()
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const action = how === 'retry' ? 'job.retried' : 'job.dismissed'
    const details = { kind: job.kind }
    recordAudit(db, actor, { action, subjectKind: 'job', subjectId: id, details })
    if (how === 'retry') signal(db, 'jobs')
    return { ok: true }
  })
}

function toFailedJob(db: TenantDb, row: typeof jobs.$inferSelect): FailedJob {
  const { id, attempts, finishedAt, createdAt, lastError, payloadJson } = row
  return {
    ...{ id, attempts, reason: toFailureReason(lastError) },
    kind: row.kind as JobKind,
    failedAt: finishedAt ?? createdAt,
    canRetry: Object.hasOwn(jobKinds, row.kind) && !SETTLED_ELSEWHERE.has(row.kind),
    conversationId: conversationOf(db, payloadJson),
  }
}

const about = z
  .object({ conversationId: z.number().optional(), messageId: z.number().optional() })
  .catch({})

function conversationOf(db: TenantDb, payloadJson: string): number | null {
  const { conversationId, messageId } = about.parse(JSON.parse(payloadJson))
  if (conversationId) return conversationId
  if (!messageId) return null
  const { conversationId: column } = messages
  const row = db.select({ id: column }).from(messages).where(eq(messages.id, messageId)).get()
  return row?.id ?? null
}
