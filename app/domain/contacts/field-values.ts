/** What a custom field needs to read a value. */
export type ReadableField = {
  type: 'text' | 'number' | 'date' | 'choice' | 'yes_no'
  choices: string[]
}

export type ParsedValue =
  | { ok: true; value: string }
  | { ok: false; reason: 'too_long' | 'not_number' | 'not_date' | 'not_choice' | 'not_yes_no' }

const TEXT_MAX = 500

const YES = new Set(['yes', 'y', 'true', '1', 'ndiyo', 'ndio', 'x'])
const NO = new Set(['no', 'n', 'false', '0', 'hapana', 'la'])

/**
 * Reads what a person or a spreadsheet put into a field, as it is kept: numbers with a point,
 * dates as yyyy-mm-dd, choices as the company spells them, yes and no as `yes` and `no`.
 */
export function parseFieldValue(field: ReadableField, raw: string): ParsedValue {
  const text = raw.trim()
  if (text === '') return { ok: true, value: '' }
  switch (field.type) {
    case 'text':
      return text.length > TEXT_MAX ? { ok: false, reason: 'too_long' } : { ok: true, value: text }
    case 'number':
      return parseNumber(text)
    case 'date':
      return parseDate(text)
    case 'choice': {
      const choice = field.choices.find((one) => one.toLowerCase() === text.toLowerCase())
      return choice === undefined
        ? { ok: false, reason: 'not_choice' }
        : { ok: true, value: choice }
    }
    case 'yes_no': {
      const word = text.toLowerCase()
      if (YES.has(word)) return { ok: true, value: 'yes' }
      return NO.has(word) ? { ok: true, value: 'no' } : { ok: false, reason: 'not_yes_no' }
    }
  }
}

/** 1,200.50 and 1 200,5 both: the last of comma and point is the decimal sign, if both stand. */
function parseNumber(text: string): ParsedValue {
  const plain = text.replace(/[\s\u00a0']/g, '')
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
  const number = Number(isGrouped ? plain.replaceAll(',', '') : plain.replace(',', '.'))
  return Number.isFinite(number)
    ? { ok: true, value: String(number) }
    : { ok: false, reason: 'not_number' }
}

/** 2026-03-01, 01/03/2026 and 1.3.2026: the day stands first, as it does in East Africa. */
function parseDate(text: string): ParsedValue {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : local
      ? [local[3], local[2], local[1]].map(Number)
      : []
  if (year === undefined || month === undefined || day === undefined)
    return { ok: false, reason: 'not_date' }
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return { ok: false, reason: 'not_date' }
  return { ok: true, value: date.toISOString().slice(0, 10) }
}
