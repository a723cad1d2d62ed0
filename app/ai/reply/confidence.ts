/** The most that poor passages can take from a writer's own figure. */
const PASSAGES_TAKE_MAX = 0.1
/** From this retrieval confidence on, passages take nothing. */
const GOOD_PASSAGES_FROM = 0.4

/**
 * How sure an answer is: the writer's own figure, lowered by up to 10 % where retrieval found
 * the passages to answer the question poorly (its confidence, 0..1 and comparable between
 * questions, below 0.4). Retrieval never raises it, so a writer in doubt is never overruled; an
 * answer that cites nothing (a greeting) is as sure as its writer.
 */
export function combineConfidence(
  own: number,
  retrieval: { confidence: number; isCited: boolean },
): number {
  if (!retrieval.isCited) return own
  const lack = 1 - Math.min(1, Math.max(0, retrieval.confidence) / GOOD_PASSAGES_FROM)
  return own * (1 - PASSAGES_TAKE_MAX * lack)
}
