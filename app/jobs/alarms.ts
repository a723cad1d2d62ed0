const TIMER_MAX_MS = 60_000

/** One timer per file: wakes it when its next job is due, after a minute at the latest. */
export function createAlarms(wake: (storeId: string) => void) {
  const timers = new Map<string, { at: number; timer: NodeJS.Timeout }>()

  /** @param at UTC ms, infinity for never; a timer that comes sooner stays */
  function set(storeId: string, at: number): void {
    if (at === Infinity) return
    const known = timers.get(storeId)
    if (known && known.at <= at && known.at > Date.now()) return
    clearTimeout(known?.timer)
    const delayMs = Math.min(Math.max(at - Date.now(), 1), TIMER_MAX_MS)
    const timer = setTimeout(() => {
      timers.delete(storeId)
      wake(storeId)
    }, delayMs)
    timers.set(storeId, { at, timer })
  }

  function clear(): void {
    for (const { timer } of timers.values()) clearTimeout(timer)
    timers.clear()
  }

  return { set, clear }
}
