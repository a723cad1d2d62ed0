/** Slips of the finger that two spellings of one name may differ by. */
const DISTANCE_MAX = 2
const LENGTH_MIN = 4

/**
 * Whether two names are likely one person's: the same words in another order, one a part of the
 * other (Asha, Asha Wanjiru), or a slip of the finger apart. Two empty names say nothing.
 */
export function isSimilarName(a: string, b: string): boolean {
  const [left, right] = [toWords(a), toWords(b)]
  if (left.length === 0 || right.length === 0) return false
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.every((word) => long.includes(word))) return true
  const [x, y] = [left.join(' '), right.join(' ')]
  return Math.min(x.length, y.length) >= LENGTH_MIN && distance(x, y) <= DISTANCE_MAX
}

function toWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort()
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
