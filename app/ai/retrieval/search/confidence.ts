export type ConfidenceSigns = {
  /** best BM25 score divided by the query's own best possible, 0..1 */
  wordScore: number
  /** cosine of the best passage, 0..1 */
  cosine: number
  /** share of the query that the built-in model's space holds, 0..1; undefined for a vendor's */
  held: number | undefined
  hasVectors: boolean
}

/**
 * Logistic functions of the square root of the word score and of a cosine. Fitted on answerable
 * questions of fifteen sets (FAQs, package descriptions, documentation, banking, Swahili; 10 to
 * 1,400 passages) against questions of other subjects, each set weighing the same, and rounded.
 * Mean area under the curve 0.93 (words only 0.89); on the public FAQ set 0.97.
 */
const BUILTIN = { constant: -5.7, words: 3, cosine: 12 }
const WORDS_ONLY = { constant: -4, words: 9, cosine: 0 }
/** Not fitted: no vendor could be asked. Related texts lie near 0.5, unrelated near 0.2. */
const VENDOR = { constant: -5.7, words: 3, cosine: 10 }
/** Whoever types a sku means that product. */
const SKU_CONFIDENCE = 0.95

/**
 * How likely the company's passages answer the query at all, 0..1, whatever the query's length
 * and the company's size: both parts are relative to the query itself. About 0.9 for a typical
 * question that is answered, 0.1 for one about something else.
 */
export function confidenceOf(signs: ConfidenceSigns, isSkuNamed: boolean): number {
  const logOdds = toLogOdds(signs)
  const confidence = 1 / (1 + Math.exp(-logOdds))
  return isSkuNamed ? Math.max(confidence, SKU_CONFIDENCE) : confidence
}

function toLogOdds({ wordScore, cosine, held, hasVectors }: ConfidenceSigns): number {
  const words = Math.sqrt(wordScore)
  if (!hasVectors) return WORDS_ONLY.constant + WORDS_ONLY.words * words
  if (held === undefined) return VENDOR.constant + VENDOR.words * words + VENDOR.cosine * cosine
  // A strange query still points somewhere in the space; how little of it is held gives it away.
  const damped = cosine * Math.sqrt(held)
  return BUILTIN.constant + BUILTIN.words * words + BUILTIN.cosine * damped
}
