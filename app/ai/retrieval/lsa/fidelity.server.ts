import { project } from './model.server.ts'
import type { LsaModel } from './model.server.ts'
import { WordIndex } from './word-index.server.ts'

/** Question lengths, in known words, at which fidelity is measured. */
export const SHORT_WORDS = 3
export const LONG_WORDS = 8

const TRIALS = 200
const RESULTS_JUDGED = 3
/** A passage needs words left to judge by when those of the question are taken away. */
const WORDS_LEFT_SHARE = 1.5

/** How well vectors do on the company's own passages, as a multiple of what bare words do. */
export type Fidelity = { short: number; long: number }

/**
 * Measures a model on the passages it was fitted on: a few words are drawn from a passage as
 * if they were a question, and what the model finds with them is judged by the passage's
 * *other* words, against what BM25 finds. About 1 where a few hundred dimensions hold the
 * corpus; 0.6 for short questions to a large, mixed corpus whose rare words they lose. Needs
 * no judged questions, so every company gets its own figures.
 *
 * @param vectors the unit vectors of `texts`, one after the other
 */
export function measureFidelity(model: LsaModel, texts: string[], vectors: Float32Array): Fidelity {
  const index = new WordIndex(texts)
  const short = measureAt(SHORT_WORDS, { model, index, vectors }) ?? 1
  return { short, long: measureAt(LONG_WORDS, { model, index, vectors }) ?? short }
}

type Subject = { model: LsaModel; index: WordIndex; vectors: Float32Array }

function measureAt(length: number, subject: Subject): number | undefined {
  const { index } = subject
  const random = seededRandom()
  let byModel = 0
  let byWords = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const row = Math.floor(random() * index.size)
    const words = index.words[row]
    if (!words || words.size < length * WORDS_LEFT_SHARE) continue
    const terms = draw([...words.keys()], length, random)
    const query = terms.map((term) => words.get(term)).join(' ')
    byModel += judge(index, cosines(subject.vectors, project(subject.model, query)), row, terms)
    byWords += judge(index, index.score(terms), row, terms)
  }
  return byWords > 0 ? byModel / byWords : undefined
}

/** Mean likeness of the best results to the passage the words came from. */
function judge(index: WordIndex, scores: Float32Array, row: number, terms: string[]): number {
  const without = new Set(terms)
  const best = topRows(scores).filter((found) => (scores[found] as number) > 0)
  const sum = best.reduce((total, found) => total + index.likeness(row, found, without), 0)
  return sum / RESULTS_JUDGED
}

function topRows(scores: Float32Array): number[] {
  const best: number[] = []
  scores.forEach((score, row) => {
    const place = best.findIndex((other) => score > (scores[other] as number))
    if (place >= 0) best.splice(place, 0, row)
    else if (best.length < RESULTS_JUDGED) best.push(row)
    if (best.length > RESULTS_JUDGED) best.pop()
  })
  return best
}

function draw(pool: string[], count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => {
    const [drawn] = pool.splice(Math.floor(random() * pool.length), 1)
    return drawn as string
  })
}

function cosines(vectors: Float32Array, query: Float32Array): Float32Array {
  const width = query.length
  const result = new Float32Array(width > 0 ? vectors.length / width : 0)
  for (let row = 0, base = 0; row < result.length; row++, base += width) {
    let sum = 0
    for (let at = 0; at < width; at++) {
      sum += (vectors[base + at] as number) * (query[at] as number)
    }
    result[row] = sum
  }
  return result
}

/** The same draw every time, so that a figure can be compared with the last one. */
function seededRandom(): () => number {
  let state = 1
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
