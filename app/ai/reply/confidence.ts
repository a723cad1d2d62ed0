/** The most that poor passages can take from a writer's own figure. */
const PASSAGES_TAKE_MAX = 0.15
/** From this retrieval score on, passages take nothing. */
const GOOD_PASSAGES_FROM = 0.5

/**
 * How sure an answer is: the writer's own figure, lowered by up to 15 % where the passages it
 * cites answer the question poorly (retrieval score, comparable between questions, below 0.5).
 * Retrieval never raises it, so a writer in doubt is never overruled; an answer that cites
 * nothing (a greeting) is as sure as its writer. See docs/decisions on answer confidence.
 */
export function combineConfidence(own: number, citedScores: number[]): number {
  if (citedScores.length === 0) return own
  const best = Math.max(...citedScores)
  const lack = 1 - Math.min(1, Math.max(0, best) / GOOD_PASSAGES_FROM)
  return own * (1 - PASSAGES_TAKE_MAX * lack)
}
