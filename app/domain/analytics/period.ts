import { addDays, dayOf, listDays } from './days.ts'
import type { Day } from './days.ts'

export const ranges = [
  ...(['today', 'yesterday', '7d', '30d', '90d', 'week', 'month', 'last_month', '365d'] as const),
  'custom',
] as const
export type Range = (typeof ranges)[number]

export const groupings = ['day', 'week', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** Both days included, in the company's zone. */
export type Period = { from: Day; to: Day }

export type ChosenPeriod = {
  range: Range
  period: Period
  /** as many days, right before */
  previous: Period
  grouping: Grouping
}

const DEFAULT: Range = '30d'
const DAYS_MAX = 731
const DAILY_UP_TO = 31
const WEEKLY_UP_TO = 186
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/**
 * The dates of an address (`range`, or `from` and `to`; `by` for the steps of charts). What makes
 * no sense becomes the last 30 days; nothing goes beyond today.
 */
export function readPeriod(
  params: URLSearchParams,
  { timeZone, now }: { timeZone: string; now: number },
): ChosenPeriod {
  const today = dayOf(now, timeZone)
  const custom = readCustom(params, today)
  const asked = ranges.find((range) => range === params.get('range'))
  const range = custom ? 'custom' : asked && asked !== 'custom' ? asked : DEFAULT
  const period = custom ?? toPeriod(range, today)
  const count = listDays(period.from, period.to).length
  const previous = { from: addDays(period.from, -count), to: addDays(period.from, -1) }
  const by = groupings.find((grouping) => grouping === params.get('by'))
  return { range, period, previous, grouping: by ?? toGrouping(count) }
}

/** The steps of a chart, the first and the last cut to the period. */
export function listSteps({ from, to }: Period, grouping: Grouping): Period[] {
  const steps = new Map<string, Period>()
  for (const day of listDays(from, to)) {
    const key = toStep(day, grouping)
    steps.set(key, { from: steps.get(key)?.from ?? day, to: day })
  }
  return [...steps.values()]
}

/** Weeks begin on Monday. */
export function toStep(day: Day, grouping: Grouping): string {
  if (grouping === 'day') return day
  if (grouping === 'month') return day.slice(0, 7)
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

function readCustom(params: URLSearchParams, today: Day): Period | undefined {
  const from = readDay(params.get('from'))
  const to = readDay(params.get('to')) ?? (from && today)
  if (!from || !to || from > to || from > today) return undefined
  const end = to > today ? today : to
  return { from: from < addDays(end, -DAYS_MAX) ? addDays(end, -DAYS_MAX) : from, to: end }
}

function readDay(text: string | null): Day | undefined {
  if (!text || !DAY.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  // 31 June is no day.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text
}

function toPeriod(range: Range, today: Day): Period {
  const back = (count: number) => ({ from: addDays(today, 1 - count), to: today })
  const monthStart = `${today.slice(0, 7)}-01`
  switch (range) {
    case 'today':
      return back(1)
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case '7d':
      return back(7)
    case '90d':
      return back(90)
    case '365d':
      return back(365)
    case 'week':
      return { from: toStep(today, 'week'), to: today }
    case 'month':
      return { from: monthStart, to: today }
    case 'last_month': {
      const end = addDays(monthStart, -1)
      return { from: `${end.slice(0, 7)}-01`, to: end }
    }
    default:
      return back(30)
  }
}

function toGrouping(days: number): Grouping {
  if (days <= DAILY_UP_TO) return 'day'
  return days <= WEEKLY_UP_TO ? 'week' : 'month'
}
