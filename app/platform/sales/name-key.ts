/** Words that tell two companies apart no more than a full stop does. */
const FORMS = new Set('ltd limited co company inc plc llc the and'.split(' '))
/** Slips of the finger in a long name; a short one has room for one. */
const DISTANCE_MAX = 2
const LONG = 10
/** Shorter keys are alike by chance. */
const LENGTH_MIN = 6

/** A name without case, accents, legal form and order: spellings of one company meet. */
export function toNameKey(name: string): string {
  const words = toPlain(name).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !FORMS.has(word))
  return (telling.length > 0 ? telling : words).sort().join(' ')
}

/** `Nairobi ` and `NAIROBI` are one city. */
export function toCityKey(city: string): string {
  return (toPlain(city).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Whether two keys are equal or a slip of the finger apart. */
export function isAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  const slips = length < LONG ? 1 : DISTANCE_MAX
  if (length < LENGTH_MIN || Math.abs(a.length - b.length) > slips) return false
  return distance(a, b) <= slips
}

function toPlain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Levenshtein's distance; names are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
