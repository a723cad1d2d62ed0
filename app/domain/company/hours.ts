import { z } from 'zod'
import { weekdays } from './weekdays.ts'

export { weekdays }
export type Weekday = (typeof weekdays)[number]

/** Wall-clock times of the company's zone, `08:00`; a closing time before the opening one is after midnight. */
export type OpenTimes = { opens: string; closes: string }

/** A day that is null or missing is closed. */
export type BusinessHours = Record<Weekday, OpenTimes | null>

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const SPAN = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/

const stored = z.record(z.string(), z.unknown()).catch({})

export function isClockTime(text: string): boolean {
  return CLOCK.test(text)
}

/** Reads the company's column (`{"mon":"08:00-17:00"}`); what does not fit counts as closed. */
export function parseHours(hoursJson: string): BusinessHours {
  const week = stored.parse(parseJson(hoursJson))
  return Object.fromEntries(weekdays.map((day) => [day, toTimes(week[day])])) as BusinessHours
}

/** Whether anything was ever said about hours: a week of closed days means nobody has. */
export function hasHours(hours: BusinessHours): boolean {
  return weekdays.some((day) => hours[day] !== null)
}

/** The column's form. Closed days are written out, so that they differ from "never said". */
export function toHoursJson(hours: BusinessHours): string {
  if (!hasHours(hours)) return '{}'
  const week = weekdays.map((day) => {
    const times = hours[day]
    return [day, times && `${times.opens}-${times.closes}`]
  })
  return JSON.stringify(Object.fromEntries(week))
}

function toTimes(value: unknown): OpenTimes | null {
  const match = typeof value === 'string' ? SPAN.exec(value) : null
  const [opens, closes] = [match?.[1], match?.[2]]
  if (!opens || !closes || !isClockTime(opens) || !isClockTime(closes)) return null
  return { opens, closes }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
