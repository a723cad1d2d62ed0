import { countSlips, toPlainWords } from '#app/i18n/spelling.ts'

/** Slips of the finger that two spellings of one name may differ by. */
const DISTANCE_MAX = 2
const LENGTH_MIN = 4

/**
 * Whether two names are likely one person's: the same words in another order, one a part of the
 * other (Asha, Asha Wanjiru), or a slip of the finger apart. Two empty names say nothing.
 */
export function isSimilarName(a: string, b: string): boolean {
  const [left, right] = [toPlainWords(a).sort(), toPlainWords(b).sort()]
  if (left.length === 0 || right.length === 0) return false
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.every((word) => long.includes(word))) return true
  const [x, y] = [left.join(' '), right.join(' ')]
  return Math.min(x.length, y.length) >= LENGTH_MIN && countSlips(x, y) <= DISTANCE_MAX
}
