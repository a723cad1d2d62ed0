export type ConfidenceSigns = {
  /** best BM25 score divided by the query's own best possible, 0..1 */
  wordScore: number
  /** cosine of the best passage, -1..1 */
  cosine: number
  /** share of the query's weight whose words are known, 0..1 */
  coverage: number
  hasVectors: boolean
}

/**
 * Two logistic functions, one for companies that have vectors and one for those that do not
 * yet. Fitted on answerable questions of eight sets (FAQs, documentation, banking, Swahili)
 * against questions of other subjects, each set weighing the same, and rounded; left-out sets
 * came within 0.03 of the area under the curve except the cross-language one. On the public FAQ
 * set: 0.95, where the word score alone reaches 0.87 and the cosine 0.91.
 */
const WITH_VECTORS = { constant: -8.5, wordScore: 5, cosine: 9, coverage: 2 }
const WORDS_ONLY = { constant: -3, wordScore: 11, cosine: 0, coverage: 0 }
/** Whoever types a sku means that product. */
const SKU_CONFIDENCE = 0.95

/**
 * How likely the company's passages answer the query at all, 0..1, whatever the query's length
 * and the company's size: both parts are relative to the query itself. About 0.8 for typical
 * questions that are answered, 0.1 for those about something else.
 */
export function confidenceOf(signs: ConfidenceSigns, isSkuNamed: boolean): number {
  const weights = signs.hasVectors ? WITH_VECTORS : WORDS_ONLY
  const logOdds =
    weights.constant +
    weights.wordScore * signs.wordScore +
    weights.cosine * signs.cosine +
    weights.coverage * signs.coverage
  const confidence = 1 / (1 + Math.exp(-logOdds))
  return isSkuNamed ? Math.max(confidence, SKU_CONFIDENCE) : confidence
}
