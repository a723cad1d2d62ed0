/** Figures of one ranking over all queries, each 0..1. */
export type Quality = {
  'hit@1': number
  'hit@3': number
  'hit@5': number
  'recall@10': number
  'mrr@10': number
  'ndcg@10': number
}

const DEPTH = 10

/** Measures rankings against what is relevant, as BEIR and trec_eval do for yes-or-no judgements. */
export function measureQuality(
  results: { ranked: string[]; relevant: ReadonlySet<string> }[],
): Quality {
  const mean = (figure: (ranked: boolean[], relevant: number) => number) =>
    results.reduce((sum, { ranked, relevant }) => {
      const hits = ranked.slice(0, DEPTH).map((id) => relevant.has(id))
      return sum + figure(hits, relevant.size) / results.length
    }, 0)
  return {
    'hit@1': mean((hits) => Number(hits.slice(0, 1).includes(true))),
    'hit@3': mean((hits) => Number(hits.slice(0, 3).includes(true))),
    'hit@5': mean((hits) => Number(hits.slice(0, 5).includes(true))),
    'recall@10': mean((hits, relevant) => hits.filter(Boolean).length / relevant),
    'mrr@10': mean((hits) => (hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0)),
    'ndcg@10': mean(ndcg),
  }
}

/** The value below which a share of the numbers lies. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
}

function ndcg(hits: boolean[], relevant: number): number {
  const gain = hits.reduce((sum, isHit, index) => sum + (isHit ? 1 / Math.log2(index + 2) : 0), 0)
  let best = 0
  for (let index = 0; index < Math.min(relevant, DEPTH); index++) best += 1 / Math.log2(index + 2)
  return best > 0 ? gain / best : 0
}
