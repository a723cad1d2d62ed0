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
import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
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
export const SLICE_EVENTS = 100

export type InboundWork = {
  endpoint: EndpointRef
  events: InboundEvent[]
  afterReceive: AfterReceive
  /** also for messages an earlier run stored: what follows from them may have failed then */
  isRepeat: boolean
}

export function noCounts(): AppliedCounts {
  return { applied: 0, stale: 0, ignored: {}, broken: 0, early: 0 }
}

/**
 * Writes what a channel read into the company's file, each event on its own: one that cannot be
 * written does not take the others with it. Repeating it changes nothing.
 */
export async function applyEvents(db: TenantDb, work: InboundWork): Promise<AppliedCounts> {
  const counts = noCounts()
  for (let start = 0; start < work.events.length; start += SLICE_EVENTS) {
    // Between slices other requests and jobs run: a batch of thousands holds nobody up.
    if (start > 0) await new Promise((resolve) => setImmediate(resolve))
    const slice = work.events.slice(start, start + SLICE_EVENTS)
    const write = () => inTransaction(db, () => applySlice(db, slice, { ...work, counts }))
    // Done again from the stored event should a power cut take it.
    withoutFlush(sqliteOf(db), write)
  }
  return counts
}

/** One slice in the caller's transaction; what follows from messages once per conversation. */
export function applySlice(
  db: TenantDb,
  slice: InboundEvent[],
  run: Omit<InboundWork, 'events'> & { counts: AppliedCounts },
): void {
  const latest = new Map<number, Received>()
  const note = (received: Received) => {
    if (received.isNew || run.isRepeat) latest.set(received.conversationId, received)
  }
  for (const event of slice) {
    guarded(db, run.counts, () => count(run.counts, event, applyOne(db, run.endpoint, event, note)))
  }
  for (const received of latest.values()) {
    guarded(db, run.counts, () => run.afterReceive(db, received))
  }
}

type Outcome = 'applied' | 'stale' | 'early' | 'ignored'

/** Writes one event and what follows from it, all or nothing. */
export function applyEvent(
  db: TenantDb,
  endpoint: EndpointRef,
  event: InboundEvent,
  afterReceive: AfterReceive,
): Outcome {
  return inTransaction(db, () =>
    applyOne(db, endpoint, event, (received) => {
      if (received.isNew) afterReceive(db, received)
    }),
  )
}

function applyOne(
  db: TenantDb,
  endpoint: EndpointRef,
  event: InboundEvent,
  onReceived: (received: Received) => void,
): Outcome {
  switch (event.kind) {
    case 'message':
      return takeMessage(db, endpoint, event, onReceived) ? 'applied' : 'stale'
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

/** Who is blocked is heard, but gets no answer. */
function takeMessage(
  db: TenantDb,
  endpoint: EndpointRef,
  event: Extract<InboundEvent, { kind: 'message' }>,
  onReceived: (received: Received) => void,
): boolean {
  const received = receiveMessage(db, { endpoint, event })
  if (!received) return false
  const { isBlocked, ...facts } = received
  if (!isBlocked) onReceived(facts)
  return received.isNew
}

function toOutcome(change: 'applied' | 'stale' | 'unknown_target'): Outcome {
  return change === 'unknown_target' ? 'early' : change
}

function count(counts: AppliedCounts, event: InboundEvent, outcome: Outcome): void {
  if (outcome !== 'ignored') counts[outcome] += 1
  else if (event.kind === 'ignored') {
    counts.ignored[event.reason] = (counts.ignored[event.reason] ?? 0) + 1
  }
}

/** A savepoint undoes the one that failed; the rest goes on. */
function guarded(db: TenantDb, counts: AppliedCounts, work: () => void): void {
  try {
    inTransaction(db, work)
  } catch (error) {
    counts.broken += 1
    counts.error ??= error
  }
}
