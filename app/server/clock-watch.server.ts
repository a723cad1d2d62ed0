/** Less is what a clock is corrected by all the time. */
const STEP_MIN_MS = 5_000

type Clocks = { wall: () => number; steady: () => number }

/**
 * Tells whether the wall clock was set back since it was last asked.
 *
 * @param clocks for tests: UTC ms, and ms that only ever grow
 */
export function createClockWatch(
  clocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() },
): () => boolean {
  const read = () => clocks.wall() - clocks.steady()
  let known = read()
  return () => {
    const before = known
    known = read()
    return known < before - STEP_MIN_MS
  }
}
