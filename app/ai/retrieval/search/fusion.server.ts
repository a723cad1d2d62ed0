import { LONG_WORDS, SHORT_WORDS } from '../lsa/fidelity.server.ts'
import type { Fidelity } from '../lsa/fidelity.server.ts'
import type { Ranked } from './result.ts'

/** The usual constant of reciprocal rank fusion (Cormack, Clarke, Büttcher 2009). */
const RANK_OFFSET = 60
/** Fidelity at which words and vectors weigh the same for a fully covered query. */
const FIDELITY_EVEN = 0.8
/** How fast trust moves with fidelity: 0.1 more is twice the odds. */
const FIDELITY_SLOPE = 8
/** Words that the passages do not know cannot be matched; vectors still see their fragments. */
const UNCOVERED_SLOPE = 1
const LOG_ODDS_MAX = 4

/**
 * The vectors' weight in the fusion, 0..1, from what every company and query has: how well the
 * vectors find the company's own passages with as many words as the query has (see
 * `measureFidelity`), and how much of the query the passages know. No judged questions go into
 * it. Measured flat around these constants on nineteen sets of different kinds.
 */
export function vectorWeight(
  fidelity: Fidelity,
  query: { knownWords: number; coverage: number },
): number {
  const logOdds =
    FIDELITY_SLOPE * (fidelityAt(fidelity, query.knownWords) - FIDELITY_EVEN) +
    UNCOVERED_SLOPE * (1 - query.coverage)
  const bounded = Math.min(Math.max(logOdds, -LOG_ODDS_MAX), LOG_ODDS_MAX)
  return 1 / (1 + Math.exp(-bounded))
}

/** Between the two measured lengths, by the logarithm of the length. */
function fidelityAt(fidelity: Fidelity, words: number): number {
  const place = Math.log(Math.max(words, 1) / SHORT_WORDS) / Math.log(LONG_WORDS / SHORT_WORDS)
  const share = Math.min(Math.max(place, 0), 1)
  return fidelity.short + (fidelity.long - fidelity.short) * share
}

export type Halves = {
  words: Ranked[]
  vectors: Ranked[]
  vectorWeight: number
  /** whether a passage has a vector at all; new ones have none for a moment */
  hasVector: (id: number) => boolean
}

/**
 * Weighted reciprocal rank fusion. Each rank counts in proportion to its score's share of the
 * half's best score, so that a list of near-ties does not outvote a clear winner. A passage
 * without a vector is not punished for it: its word rank stands for both.
 */
export function fuse(halves: Halves): Ranked[] {
  const fused = new Map<number, number>()
  const add = (ranked: Ranked[], weightOf: (id: number) => number) => {
    const best = ranked[0]?.score ?? 0
    if (best <= 0) return
    ranked.forEach(({ id, score }, index) => {
      const share = Math.max(score, 0) / best
      const gain = (weightOf(id) * share) / (RANK_OFFSET + index + 1)
      fused.set(id, (fused.get(id) ?? 0) + gain)
    })
  }
  add(halves.words, (id) => (halves.hasVector(id) ? 1 - halves.vectorWeight : 1))
  add(halves.vectors, () => halves.vectorWeight)
  return [...fused]
    .map(([id, score]) => ({ id, score }))
    .sort((left, right) => right.score - left.score || left.id - right.id)
}

/** What an exact mention adds, in units of the best possible fused score. */
export function boost(ranked: Ranked[], mentions: Map<number, number>): Ranked[] {
  const scores = new Map(ranked.map(({ id, score }) => [id, score]))
  for (const [id, strength] of mentions) {
    scores.set(id, (scores.get(id) ?? 0) + strength / (RANK_OFFSET + 1))
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((left, right) => right.score - left.score || left.id - right.id)
}
