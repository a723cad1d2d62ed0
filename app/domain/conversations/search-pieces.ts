import { stem } from './stem.ts'

/** A stretch of text; hits are what was looked for. Plain text, to be escaped by whoever draws it. */
export type Piece = { text: string; isHit: boolean }

const SHOWN_BEFORE = 40
const SHOWN_MAX = 160
const PREFIX_LENGTH_MIN = 2

/**
 * Marks the words somebody looked for, as the index finds them: without accents and endings, the
 * last one perhaps unfinished. A long text is cut to what stands around the first of them.
 */
export function toPieces(text: string, search: string): Piece[] {
  const isWanted = toTest(search)
  const flat = text.replace(/\s+/g, ' ').trim()
  const words = [...flat.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => isWanted(word))
  const first = words[0]?.index ?? 0
  const from = first <= SHOWN_BEFORE ? 0 : flat.lastIndexOf(' ', first - SHOWN_BEFORE) + 1
  const until = Math.min(flat.length, from + SHOWN_MAX)
  const pieces: Piece[] = []
  const add = (piece: string, isHit: boolean) => piece && pieces.push({ text: piece, isHit })
  let at = from
  for (const { 0: word, index } of words) {
    if (index < at || index + word.length > until) continue
    add(flat.slice(at, index), false)
    add(word, true)
    at = index + word.length
  }
  add(flat.slice(at, until), false)
  const [head, tail] = [from > 0 ? '…' : '', until < flat.length ? '…' : '']
  return pieces.map((piece, index) => ({
    ...piece,
    text: (index === 0 ? head : '') + piece.text + (index === pieces.length - 1 ? tail : ''),
  }))
}

function toTest(search: string): (word: string) => boolean {
  const terms = (search.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(fold)
  const stems = new Set(terms.map(stem))
  const last = terms.at(-1) ?? ''
  return (word) => {
    const folded = fold(word)
    const isBegun = last.length >= PREFIX_LENGTH_MIN && folded.startsWith(last)
    return stems.has(stem(folded)) || isBegun
  }
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
