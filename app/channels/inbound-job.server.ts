import { findInboundEvent, markProcessed } from '#app/domain/endpoints/inbound-events.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelDeps } from './channel-deps.ts'
import { connect } from './connect.server.ts'
import type { Connection } from './connect.server.ts'
import { applyEvents, applySlice, noCounts, SLICE_EVENTS } from './inbound.server.ts'
import type { AppliedCounts } from './inbound.server.ts'

/** A reaction or an edit that overtook its message waits so long for it. */
const TARGET_WAIT_MS = 60_000
const TARGET_RECHECK_MS = 5_000

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
 * The usual small event, synchronously and all of it in the caller's transaction, which need
 * not wait for the disk because the stored event would only be read again.
 *
 * @returns undefined when it is large or not everything went well: then nothing may be kept
 */
export function processInboundAtOnce(
  db: TenantDb,
  { eventId }: JobPayload<'inbound.process'>,
  deps: ChannelDeps,
): { afterCommit: () => void } | undefined {
  const event = findInboundEvent(db, eventId)
  const connection = event && connect(db, event.endpointId)
  if (!connection || event.processedAt !== null) return undefined
  const { channel, endpoint, row } = connection
  const events = channel.receive(event.raw, endpoint, event.receivedAt)
  if (events.length > SLICE_EVENTS) return undefined
  const counts = noCounts()
  const { afterReceive } = deps
  applySlice(db, events, { endpoint: row, afterReceive, isRepeat: false, counts })
  if (counts.broken > 0 || counts.early > 0) return undefined
  markProcessed(db, eventId)
  const afterCommit = () => {
    noteIgnored(db, row.id, eventId, counts, deps)
    acknowledge(connection, event.raw, deps)
  }
  return { afterCommit }
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
