import { countSlips, toPlainWords } from '#app/i18n/spelling.ts'

/** Words that tell two companies apart no more than a full stop does. */
const FORMS = new Set('ltd limited co company inc plc llc the and'.split(' '))
/** Slips of the finger in a long name; a short one has room for one. */
const DISTANCE_MAX = 2
const LONG = 10
/** Shorter keys are alike by chance. */
const LENGTH_MIN = 6

/** A name without case, accents, legal form and order: spellings of one company meet. */
export function toNameKey(name: string): string {
  const words = toPlainWords(name)
  const telling = words.filter((word) => !FORMS.has(word))
  return (telling.length > 0 ? telling : words).sort().join(' ')
}

/** `Nairobi ` and `NAIROBI` are one city. */
export function toCityKey(city: string): string {
  return toPlainWords(city).join(' ')
}

/** Whether two keys are equal or a slip of the finger apart. */
export function isAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  const slips = length < LONG ? 1 : DISTANCE_MAX
  if (length < LENGTH_MIN || Math.abs(a.length - b.length) > slips) return false
  return countSlips(a, b) <= slips
}
