import { z } from 'zod'
import { isClockTime, weekdays } from '#app/domain/company/hours.ts'
import type { BusinessHours, OpenTimes } from '#app/domain/company/hours.ts'

/** `08:00` is five characters; some browsers send seconds too. */
const CLOCK_CHARACTERS = 5

/**
 * The week as posted: `mon.open` when the day's box is checked, `mon.opens` and `mon.closes`.
 * Times of a closed day do not matter.
 */
export const hoursForm = z.record(z.string(), z.string()).transform((typed, context) => {
  const week = weekdays.map((day) => {
    if (typed[`${day}.open`] === undefined) return [day, null]
    const times = { opens: toClock(typed[`${day}.opens`]), closes: toClock(typed[`${day}.closes`]) }
    for (const [part, message] of findProblems(times))
      context.addIssue({ code: 'custom', message, path: [`${day}.${part}`] })
    return [day, times]
  })
  return Object.fromEntries(week) as BusinessHours
})

function toClock(text = ''): string {
  return text.trim().slice(0, CLOCK_CHARACTERS)
}

function findProblems(times: OpenTimes): [part: string, code: string][] {
  const problems: [string, string][] = []
  for (const [part, time] of Object.entries(times)) {
    if (time === '') problems.push([part, 'required'])
    else if (!isClockTime(time)) problems.push([part, 'invalid'])
  }
  const isSame = problems.length === 0 && times.opens === times.closes
  return isSame ? [['closes', 'same_time']] : problems
}
