import {
  collectFrom,
  findInboundEvent,
  listUnread,
  markProcessed,
  readAlone,
} from '#app/domain/endpoints/inbound-events.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import { inTransaction, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelDeps } from './channel-deps.ts'
import { connect } from './connect.server.ts'
import type { Connection } from './connect.server.ts'
import { applyEvents, applySlice, noCounts, SLICE_EVENTS } from './inbound.server.ts'
import type { AppliedCounts } from './inbound.server.ts'

/** A reaction or an edit that overtook its message waits so long for it. */
const TARGET_WAIT_MS = 60_000
const TARGET_RECHECK_MS = 5_000
/** Events read in one transaction at most, and how long it may hold everybody else up. */
const COLLECT_MAX = 40
const COLLECT_BUDGET_MS = 8
/** Jobs that are made in one transaction. */
const SPREAD_MAX = 500

/** Job inbound.process: reads a stored event and writes what it says. */
export async function processInbound(
  db: TenantDb,
  { eventId }: JobPayload<'inbound.process'>,
  job: JobContext,
  deps: ChannelDeps,
): Promise<JobOutcome> {
  const event = findInboundEvent(db, eventId)
  if (!event || event.processedAt !== null) return undefined
  const connection = connect(db, event.endpointId)
  if (!connection) return job.complete(() => markProcessed(db, eventId, 'endpoint_removed'))
  const { channel, endpoint, row } = connection
  const events = channel.receive(event.raw, endpoint, event.receivedAt)
  const work = { events, endpoint: row, afterReceive: deps.afterReceive, isRepeat: job.attempt > 1 }
  const counts = await applyEvents(db, work)
  noteIgnored(db, row.id, eventId, counts, deps)
  if (counts.broken > 0 && !job.isLastAttempt) throw new Error('inbound_event_broken')
  const isFresh = Date.now() - event.receivedAt < TARGET_WAIT_MS
  if (counts.early > 0 && isFresh) return { retryAfterMs: TARGET_RECHECK_MS }
  job.complete(() => markProcessed(db, eventId, counts.broken > 0 ? 'broken_items' : null))
  return acknowledge(connection, event.raw, deps)
}

/** Tells the vendor what it waits for (a pressed button spins); other jobs do not wait for it. */
function acknowledge({ channel, endpoint }: Connection, raw: Buffer, { env }: ChannelDeps): void {
  void channel.acknowledge?.(raw, endpoint, env)
}

/**
 * Job inbound.collect, after a restart or a failure: each event that waits gets a job of its
 * own, so that what a process died of is tried with its attempts counted.
 */
export function spreadInbound(
  db: TenantDb,
  { fromEventId: from }: JobPayload<'inbound.collect'>,
  job: JobContext,
): void {
  job.complete(() => {
    const unread = listUnread(db, { from, limit: SPREAD_MAX + 1 })
    const rest = unread[SPREAD_MAX]
    for (const eventId of unread.slice(0, SPREAD_MAX)) readAlone(db, eventId)
    if (rest !== undefined) collectFrom(db, rest)
  })
}

/**
 * Job inbound.collect as usual: the small events that wait, synchronously and all in the
 * caller's transaction, which need not wait for the disk because the stored events would only
 * be read again. One that is large or does not go well gets a job of its own.
 */
export function collectInbound(
  db: TenantDb,
  { fromEventId: from }: JobPayload<'inbound.collect'>,
  deps: ChannelDeps,
): { afterCommit: () => void; isMore: boolean } {
  const endsAt = performance.now() + COLLECT_BUDGET_MS
  const afters: (() => void)[] = []
  const afterCommit = () => afters.forEach((after) => after())
  for (const [index, eventId] of listUnread(db, { from, limit: COLLECT_MAX + 1 }).entries()) {
    if (index === COLLECT_MAX || performance.now() > endsAt) {
      collectFrom(db, eventId)
      return { afterCommit, isMore: true }
    }
    const after = tryAtOnce(db, eventId, deps)
    if (after) afters.push(after)
    else readAlone(db, eventId)
  }
  return { afterCommit, isMore: false }
}

/** All of one event or nothing of it; whatever failed happens again where it is counted. */
function tryAtOnce(db: TenantDb, eventId: number, deps: ChannelDeps): (() => void) | undefined {
  try {
    return inTransaction(db, () => {
      const after = readAtOnce(db, eventId, deps)
      if (!after) throw new NotAtOnceError()
      return after
    })
  } catch {
    return undefined
  }
}

class NotAtOnceError extends Error {
  override name = 'NotAtOnceError'
}

/** @returns undefined when it is large or not everything went well: then nothing may be kept */
function readAtOnce(db: TenantDb, eventId: number, deps: ChannelDeps): (() => void) | undefined {
  const event = findInboundEvent(db, eventId)
  const connection = event && connect(db, event.endpointId)
  if (!connection) return undefined
  const { channel, endpoint, row } = connection
  const events = channel.receive(event.raw, endpoint, event.receivedAt)
  if (events.length > SLICE_EVENTS) return undefined
  const counts = noCounts()
  const { afterReceive } = deps
  applySlice(db, events, { endpoint: row, afterReceive, isRepeat: false, counts })
  if (counts.broken > 0 || counts.early > 0) return undefined
  markProcessed(db, eventId)
  return () => {
    noteIgnored(db, row.id, eventId, counts, deps)
    acknowledge(connection, event.raw, deps)
  }
}

function noteIgnored(
  db: TenantDb,
  endpointId: number,
  eventId: number,
  { ignored, broken, error: err }: AppliedCounts,
  { log }: ChannelDeps,
): void {
  const hasAny = Object.keys(ignored).length > 0 || broken > 0
  const about = { tenant: tenantIdOf(db), endpointId, eventId, ignored, broken, err }
  if (hasAny) log.warn(about, 'inbound items left out')
}
