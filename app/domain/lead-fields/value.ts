import { parseMoney } from '#app/i18n/money.ts'
import type { LeadField } from '#app/industries/lead-field.ts'

export const FIELD_TEXT_MAX = 200
const NUMBER = /^\d{1,9}(?:[.,]\d{1,3})?$/
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const YES_NO = new Map<string, string>([
  ['yes', 'yes'],
  ['true', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
])
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

export type FieldProblem =
  'required' | 'too_long' | 'invalid_number' | 'invalid_date' | 'invalid_choice'
export type ParsedValue = { ok: true; value: string } | { ok: false; reason: FieldProblem }

/**
 * A value as it is kept: text on one line, a plain number, money in minor units, a day as
 * yyyy-mm-dd, a choice's own value, `yes` or `no`. Takes what a person types and what a model
 * writes; money in major units of `currency`.
 */
export function parseFieldValue(
  field: Pick<LeadField, 'kind' | 'options'>,
  raw: string,
  currency: string,
): ParsedValue {
  const text = raw.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()
  if (text === '') return { ok: false, reason: 'required' }
  switch (field.kind) {
    case 'text':
      if (text.length > FIELD_TEXT_MAX) return { ok: false, reason: 'too_long' }
      return { ok: true, value: text }
    case 'number':
      if (!NUMBER.test(text)) return { ok: false, reason: 'invalid_number' }
      return { ok: true, value: String(Number(text.replace(',', '.'))) }
    case 'money':
      return orReason(parseMoney(text, currency)?.toString(), 'invalid_number')
    case 'date':
      return orReason(isDay(text) ? text : undefined, 'invalid_date')
    case 'choice':
      return orReason(field.options.find(({ value }) => value === text)?.value, 'invalid_choice')
    case 'yes_no':
      return orReason(YES_NO.get(text.toLowerCase()), 'invalid_choice')
  }
}

function orReason(value: string | undefined, reason: FieldProblem): ParsedValue {
  return value === undefined ? { ok: false, reason } : { ok: true, value }
}

/** A day that the calendar has. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return DAY.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
