import { weightOf } from './failure.ts'
import type { ModelFailureReason } from './failure.ts'

/** Failures in a row, by weight, that make us leave the vendor alone for a while. */
const OPENS_AT = 4
const WEIGHTS = { none: 0, outage: 1, account: 2 }
const REST_FIRST_MS = 10_000
const REST_MAX_MS = 5 * 60_000
/** A vendor may ask for any wait; beyond this we look for ourselves. */
const ASKED_REST_MAX_MS = 60_000

export type Breaker = ReturnType<typeof createBreaker>

/**
 * Keeps an outage from becoming a storm: after a few failures in a row nothing is asked for ten
 * seconds, then one request probes; each failed probe doubles the rest. What the answer says
 * (a refusal, bad JSON) is no outage and does not count.
 */
export function createBreaker(now: () => number = Date.now) {
  let weight = 0
  let restMs = REST_FIRST_MS
  let restsUntil = 0
  let isProbing = false
  let reason: ModelFailureReason | undefined

  /** Whether a request may go out; the caller reports how it went. */
  function admit(): boolean {
    if (now() < restsUntil) return false
    if (restsUntil === 0) return true
    if (isProbing) return false
    isProbing = true
    return true
  }

  function succeed(): void {
    weight = 0
    restMs = REST_FIRST_MS
    restsUntil = 0
    isProbing = false
    reason = undefined
  }

  function fail(failure: ModelFailureReason, askedRestMs?: number): void {
    const added = WEIGHTS[weightOf(failure)]
    const wasProbing = isProbing
    isProbing = false
    // A cancelled probe has told us nothing; anything the vendor answered has.
    if (failure === 'cancelled') return
    if (added === 0) return succeed()
    weight += added
    reason = failure
    if (wasProbing) restMs = Math.min(restMs * 2, REST_MAX_MS)
    const askedMs = Math.min(askedRestMs ?? 0, ASKED_REST_MAX_MS)
    const ownMs = weight >= OPENS_AT ? restMs : 0
    const forMs = Math.max(askedMs, ownMs)
    if (forMs > 0) restsUntil = now() + forMs
  }

  /** What keeps the vendor from being asked, for banners and logs. */
  function status(): { isResting: boolean; reason: ModelFailureReason | undefined } {
    return { isResting: now() < restsUntil, reason }
  }

  return { admit, succeed, fail, status }
}
