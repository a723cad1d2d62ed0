import { z } from 'zod'
import { toOneLine } from './text.ts'

const LINE_CHARACTERS_MAX = 120

const WEEK = [...(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)]
const NAMES: Record<string, string> = {
  ...{ mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday' },
  ...{ fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
}

const span = z.union([
  z.string(),
  z
    .object({ open: z.string(), close: z.string() })
    .transform(({ open, close }) => `${open}-${close}`),
])
const day = z.union([span, z.array(span).transform((spans) => spans.join(', ')), z.null()])
const week = z.record(z.string(), day)

/** Opening hours as lines, Monday first; a day that is missing or empty is closed. */
export function toHoursLines(hoursJson: string): string[] {
  const hours = parseHours(hoursJson)
  if (Object.keys(hours).length === 0) return []
  return WEEK.map((key) =>
    toOneLine(`${NAMES[key]}: ${hours[key] || 'closed'}`, LINE_CHARACTERS_MAX),
  )
}

function parseHours(hoursJson: string): Record<string, string | null> {
  try {
    return week.catch({}).parse(JSON.parse(hoursJson))
  } catch {
    return {}
  }
}
