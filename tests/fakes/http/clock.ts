/** The fake's own time (UTC ms), which a test can move forward but never back. */
export type Clock = { now(): number; advance(ms: number): void }

/** Start a clock on the machine's time. */
export function createClock(): Clock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    advance: (ms) => void (offsetMs += Math.max(0, ms)),
  }
}

/** Unix seconds, the unit both vendors write into their payloads. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}
