import { stem } from '../text/stem.server.ts'

/** Shorter words have too many neighbours to guess from. */
const LETTERS_MIN = 4
/** From this length on two slips are forgiven instead of one. */
const LETTERS_FOR_TWO_SLIPS = 8

export type Spellings = { stems: string[]; masks: Uint32Array; frequency: Map<string, number> }

/**
 * The known stem that an unknown one most likely stands for: the nearest by edit distance,
 * then the most frequent; the first letter is rarely wrong and has to agree unless the rest
 * does exactly.
 */
export function nearestStem(unknown: string, known: Spellings): string | undefined {
  if (unknown.length < LETTERS_MIN || /\d/.test(unknown)) return undefined
  const most = unknown.length >= LETTERS_FOR_TWO_SLIPS ? 2 : 1
  const mask = letterMask(unknown)
  let best: { stem: string; distance: number; frequency: number } | undefined
  for (let at = 0; at < known.stems.length; at++) {
    // One slip changes at most two letters of the set: most stems fall here.
    if (bits(mask ^ (known.masks[at] as number)) > 2 * most) continue
    const candidate = known.stems[at] as string
    if (Math.abs(candidate.length - unknown.length) > most) continue
    const distance = editDistance(unknown, candidate, most)
    if (distance > most || candidate[0] !== unknown[0]) continue
    const frequency = known.frequency.get(candidate) ?? 0
    const isNearer = !best || distance < best.distance
    const isLikelier = best?.distance === distance && frequency > best.frequency
    if (isNearer || isLikelier) best = { stem: candidate, distance, frequency }
  }
  // The index would stem it once more, and look for something else.
  return best && stem(best.stem) === best.stem ? best.stem : undefined
}

/** Which letters a word has, one bit each; what is not a–z shares the remaining bits. */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 6))
  }
  return mask >>> 0
}

function bits(mask: number): number {
  let left = mask
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

/** Insertions, deletions, replacements and swaps of neighbours; stops counting beyond `most`. */
export function editDistance(left: string, right: string, most: number): number {
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    let lowest = row
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1
      let distance = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + cost,
      )
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (row > 1 && column > 1 && isSwap) {
        distance = Math.min(distance, (before[column - 2] as number) + 1)
      }
      current.push(distance)
      lowest = Math.min(lowest, distance)
    }
    if (lowest > most) return most + 1
    before = previous
    previous = current
  }
  return previous[right.length] as number
}
