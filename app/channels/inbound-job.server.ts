import { findInboundEvent, markProcessed } from '#app/domain/endpoints/inbound-events.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelDeps } from './channel-deps.ts'
import { connect } from './connect.server.ts'
import { applyEvents } from './inbound.server.ts'
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
  const counts = await applyEvents(db, row, events, {
    afterReceive: deps.afterReceive,
    isRepeat: job.attempt > 1,
  })
  noteIgnored(db, row.id, eventId, counts, deps)
  if (counts.broken > 0 && !job.isLastAttempt) throw new Error('inbound_event_broken')
  const isFresh = Date.now() - event.receivedAt < TARGET_WAIT_MS
  if (counts.early > 0 && isFresh) return { retryAfterMs: TARGET_RECHECK_MS }
  job.complete(() => markProcessed(db, eventId, counts.broken > 0 ? 'broken_items' : null))
  // Nobody waits for it: other messages of the company come first.
  void channel.acknowledge?.(event.raw, endpoint, deps.env)
  return undefined
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
