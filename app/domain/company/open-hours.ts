import { hasHours, weekdays } from './hours.ts'
import type { BusinessHours } from './hours.ts'

const DAY_MS = 24 * 3_600_000
/** How far an opening or a closing is looked for: longer than any holiday a company takes. */
const HORIZON_DAYS = 60

export type OpenSituation = {
  hours: BusinessHours
  /** closed days, yyyy-mm-dd in the company's zone */
  holidays: ReadonlySet<string>
  timeZone: string
  /** UTC ms */
  now: number
}

export type OpenState =
  | { isOpen: true }
  | {
      isOpen: false
      /** UTC ms of the last closing, which names this closed period; 0 when there was none lately */
      closedSince: number
      /** UTC ms of the next opening; null when none is in sight */
      opensAt: number | null
    }

/** Whether a company is open. One that never said when is always open, holidays excepted. */
export function openState(situation: OpenSituation): OpenState {
  const { now, timeZone } = situation
  const today = dayOf(now, timeZone)
  // Yesterday's hours may last until after midnight.
  const nearby = [addDays(today, -1), today]
  if (nearby.some((day) => covers(spanOf(situation, day), now))) return { isOpen: true }
  return {
    isOpen: false,
    closedSince: lastClosing(situation, today),
    opensAt: nextOpening(situation, today),
  }
}

/** The calendar day of a moment in a zone, yyyy-mm-dd. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 10)
}

type Span = { from: number; to: number }

function covers(span: Span | null, at: number): boolean {
  return span !== null && span.from <= at && at < span.to
}

function spanOf({ hours, holidays, timeZone }: OpenSituation, day: string): Span | null {
  if (holidays.has(day)) return null
  const times = hasHours(hours) ? hours[weekdayOf(day)] : { opens: '00:00', closes: '00:00' }
  if (!times) return null
  const endDay = times.closes > times.opens ? day : addDays(day, 1)
  return { from: atWall(day, times.opens, timeZone), to: atWall(endDay, times.closes, timeZone) }
}

function nextOpening(situation: OpenSituation, today: string): number | null {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const span = spanOf(situation, addDays(today, ahead))
    if (span && span.from > situation.now) return span.from
  }
  return null
}

function lastClosing(situation: OpenSituation, today: string): number {
  for (let back = 0; back <= HORIZON_DAYS; back += 1) {
    const span = spanOf(situation, addDays(today, -back))
    if (span && span.to <= situation.now) return span.to
  }
  return 0
}

function weekdayOf(day: string) {
  const sunday0 = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekdays[(sunday0 + 6) % 7] ?? 'mon'
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** UTC ms of a wall clock's time; twice, because the offset may differ where the first guess falls. */
function atWall(day: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const guess = asUtc - offsetMs(asUtc, timeZone)
  return asUtc - offsetMs(guess, timeZone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
    })
    formats.set(timeZone, format)
  }
  const wall = Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
  return wall - Math.floor(at / 1000) * 1000
}
