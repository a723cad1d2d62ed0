import { applyEdit, applyRevoke } from '#app/domain/conversations/edits.server.ts'
import type { InboundEvent, Received } from '#app/domain/conversations/inbound.ts'
import type { EndpointRef } from '#app/domain/conversations/open-conversation.server.ts'
import { applyReaction } from '#app/domain/conversations/reactions.server.ts'
import {
  receiveAddressChange,
  receiveReachable,
} from '#app/domain/conversations/receive-notice.server.ts'
import { receiveEcho, receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { applyStatus } from '#app/domain/conversations/statuses.server.ts'
import { setTemplateStatus } from '#app/domain/endpoints/templates.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * What follows from a customer's new message (score, the AI's turn): called in the same
 * transaction, so that it happens exactly when the message is stored. Synchronous.
 */
export type AfterReceive = (db: TenantDb, received: Received) => void

export type AppliedCounts = {
  applied: number
  /** repeated, overtaken, or about somebody who is not ours */
  stale: number
  /** reasons of what was left out, with how often */
  ignored: Record<string, number>
  /** failures inside our own code, by error name: the event is looked at again */
  broken: number
  /** the first of those failures, for the log */
  error?: unknown
  /** about a message that may still come */
  early: number
}

/** Events of one batch that are written in one transaction before others get their turn. */
const SLICE_EVENTS = 100

/**
 * Writes what a channel read into the company's file, each event on its own: one that cannot be
 * written does not take the others with it. Repeating it changes nothing.
 */
export async function applyEvents(
  db: TenantDb,
  endpoint: EndpointRef,
  events: InboundEvent[],
  afterReceive: AfterReceive,
): Promise<AppliedCounts> {
  const counts: AppliedCounts = { applied: 0, stale: 0, ignored: {}, broken: 0, early: 0 }
  for (let start = 0; start < events.length; start += SLICE_EVENTS) {
    // Between slices other requests and jobs run: a batch of thousands holds nobody up.
    if (start > 0) await new Promise((resolve) => setImmediate(resolve))
    const slice = events.slice(start, start + SLICE_EVENTS)
    inTransaction(db, () => {
      for (const event of slice)
        countOne(counts, () => applyEvent(db, endpoint, event, afterReceive))
    })
  }
  for (const event of events) {
    if (event.kind === 'ignored') {
      counts.ignored[event.reason] = (counts.ignored[event.reason] ?? 0) + 1
    }
  }
  return counts
}

type Outcome = 'applied' | 'stale' | 'early' | 'ignored'

/** Writes one event. The caller's transaction, if any, is joined. */
export function applyEvent(
  db: TenantDb,
  endpoint: EndpointRef,
  event: InboundEvent,
  afterReceive: AfterReceive,
): Outcome {
  switch (event.kind) {
    case 'message':
      return takeMessage(db, endpoint, event, afterReceive) ? 'applied' : 'stale'
    case 'echo':
      return receiveEcho(db, { endpoint, event }) ? 'applied' : 'stale'
    case 'reaction':
      return toOutcome(applyReaction(db, endpoint.id, event))
    case 'edit':
      return toOutcome(applyEdit(db, endpoint.id, event))
    case 'revoke':
      return toOutcome(applyRevoke(db, endpoint.id, event))
    case 'status':
      return applyStatus(db, endpoint.id, event) === 'stale' ? 'stale' : 'applied'
    case 'address_change':
      return receiveAddressChange(db, { endpoint, event }) ? 'applied' : 'stale'
    case 'reachable':
      return receiveReachable(db, { endpoint, event }) ? 'applied' : 'stale'
    case 'template_status':
      return setTemplateStatus(db, endpoint.id, event) ? 'applied' : 'stale'
    case 'ignored':
      return 'ignored'
  }
}

/** The message and what follows from it, all or nothing. Who is blocked gets no answer. */
function takeMessage(
  db: TenantDb,
  endpoint: EndpointRef,
  event: Extract<InboundEvent, { kind: 'message' }>,
  afterReceive: AfterReceive,
): boolean {
  return inTransaction(db, () => {
    const received = receiveMessage(db, { endpoint, event })
    if (!received?.isNew) return false
    const { isBlocked, ...facts } = received
    if (!isBlocked) afterReceive(db, facts)
    return true
  })
}

function toOutcome(change: 'applied' | 'stale' | 'unknown_target'): Outcome {
  return change === 'unknown_target' ? 'early' : change
}

/** A savepoint inside undoes the one event that failed; the slice goes on. */
function countOne(counts: AppliedCounts, apply: () => Outcome): void {
  try {
    const outcome = apply()
    if (outcome !== 'ignored') counts[outcome] += 1
  } catch (error) {
    counts.broken += 1
    counts.error ??= error
  }
}
