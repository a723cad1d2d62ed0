import { toLocale } from './languages.ts'
import type { Language } from './languages.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

// Making an Intl formatter costs about a hundred times as much as using one.
const formatters = new Map<
  string,
  Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat
>()

/** What the date functions need to know of the reader. `timeZone` is an IANA name. */
export type DateSettings = { language: Language; timeZone: string }

/** `3 Aug 2026, 14:05` in the company's zone. `at` is UTC milliseconds. */
export function formatDateTime(at: number, settings: DateSettings): string {
  return dateFormat(settings, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** `3 Aug 2026, 14:05:09` in the reader's zone, for what happens many times a minute. */
export function formatSecond(at: number, settings: DateSettings): string {
  return dateFormat(settings, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
}

/** `14:05` in the company's zone. */
export function formatClock(at: number, settings: DateSettings): string {
  return dateFormat(settings, { timeStyle: 'short' }).format(at)
}

/** `Mon 3 Aug`, with the year when it is not the year of `now`. */
export function formatDay(at: number, settings: DateSettings, now = Date.now()): string {
  const year = (ms: number) => dateFormat(settings, { year: 'numeric' }).format(ms)
  const sameYear = year(at) === year(now)
  return dateFormat(settings, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** `Mon 3 Aug, 14:05`: a moment soon, in a menu. */
export function formatMoment(at: number, settings: DateSettings, now = Date.now()): string {
  return `${formatDay(at, settings, now)}, ${formatClock(at, settings)}`
}

/** The calendar day in the company's zone as `2026-08-03`: for grouping and comparing, not for reading. */
export function toDayKey(at: number, timeZone: string): string {
  return new Date(at + zoneOffsetMs(at, timeZone)).toISOString().slice(0, 10)
}

/** `now`, `5 min ago`, `yesterday`, `in 2 hr`; older than a week: the day. */
export function formatRelative(at: number, settings: DateSettings, now = Date.now()): string {
  const distance = at - now
  const size = Math.abs(distance)
  if (size >= WEEK_MS) return formatDay(at, settings, now)
  const relative = relativeFormat(settings.language)
  if (size < MINUTE_MS) return relative.format(0, 'second')
  if (size < HOUR_MS) return relative.format(Math.trunc(distance / MINUTE_MS), 'minute')
  const days = dayNumber(at, settings.timeZone) - dayNumber(now, settings.timeZone)
  if (days === 0 || size < 6 * HOUR_MS)
    return relative.format(Math.trunc(distance / HOUR_MS), 'hour')
  return relative.format(days, 'day')
}

/** The shortest form for list rows: the clock today, the weekday this week, then the day. */
export function formatRowTime(at: number, settings: DateSettings, now = Date.now()): string {
  const days = dayNumber(now, settings.timeZone) - dayNumber(at, settings.timeZone)
  if (days === 0) return formatClock(at, settings)
  if (days === 1) return relativeFormat(settings.language).format(-1, 'day')
  if (days > 1 && days < 7) return dateFormat(settings, { weekday: 'short' }).format(at)
  const sameYear =
    toDayKey(at, settings.timeZone).slice(0, 4) === toDayKey(now, settings.timeZone).slice(0, 4)
  return dateFormat(
    settings,
    sameYear
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at)
}

/** A plain number, grouped as the language does. */
export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = `n ${language} ${JSON.stringify(options)}`
  let format = formatters.get(key)
  if (!format) formatters.set(key, (format = new Intl.NumberFormat(toLocale(language), options)))
  return (format as Intl.NumberFormat).format(value)
}

/** `0.62` as `62%`. */
export function formatPercent(share: number, language: Language): string {
  return formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 })
}

/** Bytes in the unit a person would use: `640 kB`, `2.4 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte']
  return formatNumber(value, language, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  })
}

function dateFormat(settings: DateSettings, options: Intl.DateTimeFormatOptions) {
  const key = `d ${settings.language} ${settings.timeZone} ${JSON.stringify(options)}`
  let format = formatters.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(toLocale(settings.language), {
      ...options,
      timeZone: settings.timeZone,
      hourCycle: 'h23',
    })
    formatters.set(key, format)
  }
  return format as Intl.DateTimeFormat
}

function relativeFormat(language: Language) {
  const key = `r ${language}`
  let format = formatters.get(key)
  if (!format) {
    format = new Intl.RelativeTimeFormat(toLocale(language), { numeric: 'auto', style: 'short' })
    formatters.set(key, format)
  }
  return format as Intl.RelativeTimeFormat
}

function dayNumber(at: number, timeZone: string) {
  return Math.floor((at + zoneOffsetMs(at, timeZone)) / DAY_MS)
}

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
export function zoneOffsetMs(at: number, timeZone: string): number {
  const parts = dateFormat(
    { language: 'en', timeZone },
    {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  ).formatToParts(at)
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(at / 1000) * 1000
}
