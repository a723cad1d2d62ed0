import { randomUUID } from 'node:crypto'
import { signal } from '#app/tenancy/signals.server.ts'
import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite, Statement } from '#app/tenancy/sqlite.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { jobKinds, jobLanes, kindsOf } from './registry.ts'
import type { JobKind, JobLane, JobPayload } from './registry.ts'

export type EnqueueOptions = {
  /** one job per kind and key, ever; left out, the job is unique */
  key?: string
  /** UTC ms, default now */
  runAt?: number
  /** a job of this key that has ended begins anew; one that waits or runs stays as it is */
  revive?: boolean
}

const INSERT = `insert into jobs
    (kind, idempotency_key, payload_json, run_at, max_attempts, created_at)
  values (?, ?, ?, ?, ?, ?) on conflict (kind, idempotency_key) do nothing`

const REVIVE = INSERT.replace(
  'do nothing',
  `do update set state = 'queued', payload_json = excluded.payload_json,
     run_at = excluded.run_at, created_at = excluded.created_at, attempts = 0,
     finished_at = null, last_error = null, lease_until = null, lease_token = null
   where state in ('done', 'failed', 'cancelled')`,
)

export type JobRow = {
  id: number
  kind: JobKind
  idempotencyKey: string
  payloadJson: string
  attempts: number
  maxAttempts: number
  runAt: number
  leaseToken: string
}

/** How long a claimed job belongs to its worker before another may take it. */
export const LEASE_MS = 90_000
/** Which process holds a lease; a new one each start. */
const PROCESS_ID = randomUUID()
const FINISHED_KEPT_MS = 7 * 24 * 3_600_000

/**
 * Puts work into a company's queue, in the caller's transaction, so that a fact and the work
 * that follows from it are one. A key that exists already is left as it is.
 *
 * @returns false when the key was known
 */
export function enqueue<K extends JobKind>(
  db: TenantDb,
  kind: K,
  payload: JobPayload<K>,
  options: EnqueueOptions = {},
): boolean {
  const isNew = enqueueIn(sqliteOf(db), kind, payload, options)
  signal(db, 'jobs', jobKinds[kind].lane)
  return isNew
}

/** Moves a waiting job to another time; a running or finished one stays as it is. */
export function postpone(db: TenantDb, kind: JobKind, key: string, runAt: number): boolean {
  const result = statement(
    sqliteOf(db),
    `update jobs set run_at = ? where kind = ? and idempotency_key = ? and state = 'queued'`,
  ).run(runAt, kind, key)
  signal(db, 'jobs', jobKinds[kind].lane)
  return result.changes > 0
}

/** The newest waiting job of a kind whose key starts so, with the time it was asked for. */
export function findWaiting(
  db: TenantDb,
  kind: JobKind,
  keyPrefix: string,
): { key: string; createdAt: number } | undefined {
  return statement(
    sqliteOf(db),
    `select idempotency_key as key, created_at as createdAt from jobs
     where kind = ? and idempotency_key >= ? and idempotency_key < ? and state = 'queued'
     order by id desc limit 1`,
  ).get(kind, keyPrefix, `${keyPrefix}\u{10ffff}`) as { key: string; createdAt: number } | undefined
}

/** Drops the waiting jobs of a kind whose key starts so; a running one goes on. */
export function cancelWaiting(db: TenantDb, kind: JobKind, keyPrefix: string): void {
  statement(
    sqliteOf(db),
    `update jobs set state = 'cancelled', finished_at = ?
     where kind = ? and idempotency_key >= ? and idempotency_key < ? and state = 'queued'`,
  ).run(Date.now(), kind, keyPrefix, `${keyPrefix}\u{10ffff}`)
}

/** The same as `enqueue` for any file that holds a jobs table; the caller wakes the worker. */
export function enqueueIn<K extends JobKind>(
  sqlite: Sqlite,
  kind: K,
  payload: JobPayload<K>,
  options: EnqueueOptions = {},
): boolean {
  const now = Date.now()
  const result = statement(sqlite, options.revive ? REVIVE : INSERT).run(
    ...[kind, options.key ?? randomUUID(), JSON.stringify(payload)],
    ...[options.runAt ?? now, jobKinds[kind].maxAttempts, now],
  )
  return result.changes > 0
}

/**
 * Takes the oldest due job, of one lane or of any, and counts the attempt. A claim lost in a
 * power cut is claimed again, so it waits for no disk.
 */
export function claimJob(sqlite: Sqlite, now: number, lane?: JobLane): JobRow | undefined {
  const due = statement(
    sqlite,
    `select id from jobs where state = 'queued' and run_at <= ?${ofLane(lane)}
     order by run_at, id limit 1`,
  )
  // Looking first costs no write lock.
  const id = due.pluck().get(now) as number | undefined
  if (id === undefined) return undefined
  return withoutFlush(sqlite, () => claimById(sqlite, id, now))
}

/** Takes one waiting job; undefined when somebody else has it. */
export function claimById(sqlite: Sqlite, id: number, now: number): JobRow | undefined {
  const claim = statement(
    sqlite,
    `update jobs set state = 'running', attempts = attempts + 1, lease_until = ?, lease_token = ?
     where id = ? and state = 'queued'
     returning id, kind, idempotency_key as idempotencyKey, payload_json as payloadJson, attempts,
       max_attempts as maxAttempts, run_at as runAt, lease_token as leaseToken`,
  )
  const token = `${PROCESS_ID}:${randomUUID()}`
  return claim.get(now + LEASE_MS, token, id) as JobRow | undefined
}

export type DueJob = { id: number; payloadJson: string }

/**
 * Due jobs of one kind that were never tried and came while this process ran: what a process
 * died of is tried with its attempts counted.
 */
export function listFresh(
  sqlite: Sqlite,
  kind: JobKind,
  { since, now, limit }: { since: number; now: number; limit: number },
): DueJob[] {
  const fresh = statement(
    sqlite,
    `select id, payload_json as payloadJson from jobs
     where state = 'queued' and run_at <= ? and kind = ? and attempts = 0 and created_at >= ?
     order by run_at, id limit ?`,
  )
  return fresh.all(now, kind, since, limit) as DueJob[]
}

/**
 * Marks a job done that was never claimed, in the transaction that did its work.
 *
 * @returns false when somebody else took it meanwhile
 */
export function finishUnclaimed(sqlite: Sqlite, id: number): boolean {
  return (
    statement(
      sqlite,
      `update jobs set state = 'done', attempts = 1, finished_at = ? where id = ? and state = 'queued'`,
    ).run(Date.now(), id).changes > 0
  )
}

/**
 * When the first waiting job of one lane (or any) is due and when the first lease ends, UTC ms,
 * infinity for neither. One look, because every wake of a lane pays for it.
 */
export function nextTimes(sqlite: Sqlite, lane?: JobLane): { dueAt: number; leaseEndsAt: number } {
  const look = statement(
    sqlite,
    `select (select min(run_at) from jobs where state = 'queued'${ofLane(lane)}) as dueAt,
       (select min(lease_until) from jobs where state = 'running'${ofLane(lane)}) as leaseEndsAt`,
  )
  const found = look.get() as { dueAt: number | null; leaseEndsAt: number | null }
  return { dueAt: found.dueAt ?? Infinity, leaseEndsAt: found.leaseEndsAt ?? Infinity }
}

/** When the next waiting or abandoned job wants attention, UTC ms. */
export function nextJobAt(sqlite: Sqlite): number | undefined {
  const { dueAt, leaseEndsAt } = nextTimes(sqlite)
  const at = Math.min(dueAt, leaseEndsAt)
  return at === Infinity ? undefined : at
}

/** Marks a job done. @returns false when the lease was lost to another worker meanwhile */
export function finishJob(sqlite: Sqlite, job: JobRow): boolean {
  return (
    statement(
      sqlite,
      `update jobs set state = 'done', finished_at = ?, lease_until = null, last_error = null
       where id = ? and lease_token = ? and state = 'running'`,
    ).run(Date.now(), job.id, job.leaseToken).changes > 0
  )
}

/** Puts a job back for later; `isFree` gives the attempt back (a vendor asked us to wait). */
export function retryJob(
  sqlite: Sqlite,
  job: JobRow,
  retry: { runAt: number; error: string | null; isFree?: boolean },
): void {
  statement(
    sqlite,
    `update jobs set state = 'queued', run_at = ?, last_error = ?, attempts = attempts - ?,
       lease_until = null, lease_token = null
     where id = ? and lease_token = ? and state = 'running'`,
  ).run(retry.runAt, retry.error, retry.isFree ? 1 : 0, job.id, job.leaseToken)
}

/** Ends a job that will not be tried again; it stays visible with its reason. */
export function failJob(sqlite: Sqlite, job: JobRow, error: string): void {
  statement(
    sqlite,
    `update jobs set state = 'failed', last_error = ?, finished_at = ?, lease_until = null
     where id = ? and lease_token = ? and state = 'running'`,
  ).run(error.slice(0, 500), Date.now(), job.id, job.leaseToken)
}

/** Gives jobs whose worker died back to the queue, or fails those out of attempts. */
export function reclaimExpired(sqlite: Sqlite, now: number): void {
  const expired = statement(
    sqlite,
    `select 1 from jobs where state = 'running' and lease_until < ? limit 1`,
  )
  if (expired.get(now) === undefined) return
  statement(
    sqlite,
    `update jobs set state = case when attempts >= max_attempts then 'failed' else 'queued' end,
       last_error = coalesce(last_error, 'interrupted'), finished_at = case when attempts >= max_attempts then ? end,
       lease_until = null, lease_token = null
     where state = 'running' and lease_until < ?`,
  ).run(now, now)
}

/**
 * Gives back at once what another process left running: only one process works on jobs, so
 * after a restart nobody else can still hold a lease.
 */
export function reclaimForeign(sqlite: Sqlite): void {
  statement(
    sqlite,
    `update jobs set lease_until = 0 where state = 'running' and lease_token not like ? || ':%'`,
  ).run(PROCESS_ID)
  reclaimExpired(sqlite, Date.now())
}

/** Forgets finished jobs after a week; their keys guard against repeats until then. */
export function pruneJobs(sqlite: Sqlite, now: number): void {
  statement(
    sqlite,
    `delete from jobs where state in ('done', 'cancelled') and finished_at < ?`,
  ).run(now - FINISHED_KEPT_MS)
}

/** Made once: every wake of a lane asks for it. */
const laneConditions = new Map(jobLanes.map((lane) => [lane, conditionOf(lane)]))

function ofLane(lane: JobLane | undefined): string {
  return (lane && laneConditions.get(lane)) ?? ''
}

/** A kind that this version does not know runs in the slow lane, where it fails visibly. */
function conditionOf(lane: JobLane): string {
  const isRest = lane === 'slow'
  const kinds = isRest ? [...kindsOf('intake'), ...kindsOf('delivery')] : kindsOf(lane)
  // Kinds are our own words, so they may stand in the statement.
  return ` and kind ${isRest ? 'not in' : 'in'} (${kinds.map((kind) => `'${kind}'`).join(', ')})`
}

const cache = new WeakMap<Sqlite, Map<string, Statement>>()

function statement(sqlite: Sqlite, sql: string): Statement {
  const known = cache.get(sqlite) ?? new Map<string, Statement>()
  cache.set(sqlite, known)
  const prepared = known.get(sql) ?? sqlite.prepare<unknown[]>(sql)
  known.set(sql, prepared)
  return prepared
}
