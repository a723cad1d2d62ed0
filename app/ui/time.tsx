import { useSyncExternalStore } from 'react'
import * as format from '#app/i18n/format.ts'
import { useI18n } from './i18n-provider.tsx'

const TICK_MS = 30_000

const writers = {
  relative: format.formatRelative,
  row: format.formatRowTime,
  day: format.formatDay,
  clock: format.formatClock,
  exact: format.formatDateTime,
  moment: format.formatMoment,
}

/**
 * A moment: `relative` by default, exact on hover, in the company's zone. `at` is UTC ms. `row` is
 * the short form for lists. Keeps itself current; one timer serves the whole page.
 */
export function Time({
  at,
  as = 'relative',
  className,
}: {
  at: number
  as?: keyof typeof writers
  className?: string
}) {
  const settings = useI18n()
  const now = useNow()
  // The server wrote this a moment earlier; its text stands until the next tick.
  return (
    <time
      className={className}
      dateTime={new Date(at).toISOString()}
      title={format.formatDateTime(at, settings)}
      suppressHydrationWarning
    >
      {writers[as](at, settings, now)}
    </time>
  )
}

let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The time to the half minute; what reads it is drawn anew with each tick. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, currentSlot, currentSlot)
}

// Whole ticks, so that the value holds still while React compares it.
function currentSlot() {
  return Math.floor(Date.now() / TICK_MS) * TICK_MS
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((notify) => notify()), TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
