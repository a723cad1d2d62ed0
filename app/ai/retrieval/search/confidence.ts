export type ConfidenceSigns = {
  /** best BM25 score divided by the query's own best possible, 0..1 */
  wordScore: number
  /** cosine of the best passage, -1..1 */
  cosine: number
  /** share of the query's weight whose words are known, 0..1 */
  coverage: number
  hasVectors: boolean
}

export function confidenceOf(signs: ConfidenceSigns, isSkuNamed: boolean): number {
  return signs.wordScore + Number(isSkuNamed) * 0
}
