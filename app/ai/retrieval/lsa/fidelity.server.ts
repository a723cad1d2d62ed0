import { stem } from '../text/stem.server.ts'
import { toWords } from '../text/words.server.ts'
import { project } from './model.server.ts'
import type { LsaModel } from './model.server.ts'

const TRIALS = 200
const WORDS_PER_TRIAL = 3
const RANK_MAX = 10
const TERM_SATURATION = 1.2

/**
 * How well the model still tells the company's own passages apart: three words are drawn from
 * a passage, and the reciprocal rank the model gives that passage is compared with what the
 * bare words give it. Near 1, the few dimensions hold the corpus; a large, mixed corpus loses
 * its rare words in them and falls to 0.6 and below. Needs no questions and no judgements, so
 * every company gets its own figure.
 *
 * @param vectors the unit vectors of `texts`, one after the other
 * @returns 0..1
 */
export function measureFidelity(model: LsaModel, texts: string[], vectors: Float32Array): number {
  const index = toIndex(texts)
  const random = seededRandom()
  let byModel = 0
  let byWords = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const passage = Math.floor(random() * texts.length)
    const terms = draw(index.terms[passage] as string[], random)
    if (terms.length < WORDS_PER_TRIAL) continue
    const words = terms.map((term) => index.wordOf.get(term) ?? term)
    byModel += reciprocal(cosines(vectors, project(model, words.join(' '))), passage)
    byWords += reciprocal(index.score(terms), passage)
  }
  return byWords > 0 ? Math.min(byModel / byWords, 1) : 1
}

function toIndex(texts: string[]) {
  const postings = new Map<string, number[]>()
  const wordOf = new Map<string, string>()
  const lengths: number[] = []
  const terms = texts.map((text, passage) => {
    const words = toWords(text)
    lengths.push(words.length)
    const unique = new Set<string>()
    for (const word of words) {
      const term = stem(word)
      unique.add(term)
      if (!wordOf.has(term)) wordOf.set(term, word)
      const list = postings.get(term)
      if (list) list.push(passage)
      else postings.set(term, [passage])
    }
    return [...unique]
  })
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1)
  const score = (query: string[]): Float32Array => {
    const scores = new Float32Array(texts.length)
    for (const term of query) addTerm(scores, postings.get(term) ?? [], lengths, meanLength)
    return scores
  }
  return { terms, wordOf, score }
}

/** BM25 with the usual constants; a repeated word comes once per occurrence. */
function addTerm(
  scores: Float32Array,
  passages: number[],
  lengths: number[],
  meanLength: number,
): void {
  const counts = new Map<number, number>()
  for (const passage of passages) counts.set(passage, (counts.get(passage) ?? 0) + 1)
  const idf = Math.log(1 + (scores.length - counts.size + 0.5) / (counts.size + 0.5))
  for (const [passage, count] of counts) {
    const length = 0.25 + (0.75 * (lengths[passage] as number)) / meanLength
    const gain = (count * (TERM_SATURATION + 1)) / (count + TERM_SATURATION * length)
    scores[passage] = (scores[passage] as number) + idf * gain
  }
}

function draw(terms: string[], random: () => number): string[] {
  const pool = [...terms]
  const drawn: string[] = []
  while (drawn.length < WORDS_PER_TRIAL && pool.length > 0) {
    drawn.push(...pool.splice(Math.floor(random() * pool.length), 1))
  }
  return drawn
}

function cosines(vectors: Float32Array, query: Float32Array): Float32Array {
  const width = query.length
  const result = new Float32Array(width > 0 ? vectors.length / width : 0)
  for (let row = 0; row < result.length; row++) {
    let sum = 0
    for (let at = 0; at < width; at++) {
      sum += (vectors[row * width + at] as number) * (query[at] as number)
    }
    result[row] = sum
  }
  return result
}

function reciprocal(scores: Float32Array, wanted: number): number {
  const mine = (scores[wanted] ?? 0) + 1e-6
  if (mine <= 1e-6) return 0
  let rank = 1
  for (const score of scores) if (score > mine && ++rank > RANK_MAX) return 0
  return 1 / rank
}

/** The same draw every time, so that a figure can be compared with the last one. */
function seededRandom(): () => number {
  let state = 1
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
