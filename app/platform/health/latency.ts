/** Upper bounds of the counted steps, ms; what took longer falls into one more. */
export const LATENCY_BOUNDS_MS = [
  5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000,
] as const

export const LATENCY_STEPS = LATENCY_BOUNDS_MS.length + 1

/** Which step an answer falls into that took so long. */
export function stepOf(tookMs: number): number {
  let step = 0
  while (step < LATENCY_BOUNDS_MS.length && tookMs > (LATENCY_BOUNDS_MS[step] as number)) step += 1
  return step
}

/**
 * The time below which a share of all answers stayed, ms, estimated evenly within its step.
 *
 * @param counts answers by step
 * @param share 0–1, e.g. 0.95
 * @returns null where nothing was counted; the last bound where it lies beyond it
 */
export function percentileOf(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const wanted = total * share
  let before = 0
  for (const [step, count] of counts.entries()) {
    if (before + count >= wanted && count > 0) {
      const lower = LATENCY_BOUNDS_MS[step - 1] ?? 0
      const upper = LATENCY_BOUNDS_MS[step] ?? lower
      return Math.round(lower + ((wanted - before) / count) * (upper - lower))
    }
    before += count
  }
  return LATENCY_BOUNDS_MS.at(-1) as number
}
