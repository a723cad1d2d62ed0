import type { SupportVisit } from '#app/domain/support/visits.server.ts'
import type { ShownVisit } from '#app/ui/support/visit-table.tsx'

/** @param live ids of the visits that go on, as the platform knows them */
export function toShownVisit(visit: SupportVisit, live: readonly number[]): ShownVisit {
  const { id, userName, reason, startedAt, expiresAt, endedAt, endedBy } = visit
  const isLive = live.includes(id)
  return {
    ...{ id, userName, reason, startedAt, expiresAt, isLive },
    // What ended by itself did so at the end of its time, at the latest.
    endedAt: isLive ? null : (endedAt ?? Math.min(expiresAt, Date.now())),
    end: endedBy ?? 'time',
  }
}
