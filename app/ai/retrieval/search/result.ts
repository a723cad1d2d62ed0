import type { Passage, SourceKind } from '#app/domain/knowledge/passages.server.ts'

export type { SourceKind }

/** `fused` is what the product uses; the halves alone exist to be measured. */
export type SearchMode = 'fused' | 'words' | 'vectors'

export type SearchRequest = {
  query: string
  /** the query's unit vector by the remote embedder that made this model's vectors */
  queryVector?: { modelId: number; vector: Float32Array } | undefined
  limit: number
  kinds?: SourceKind[] | undefined
  mode?: SearchMode | undefined
  /** the reader's: a question that was written in several comes in this one */
  language?: string | undefined
}

export type FoundPassage = Passage & {
  /** fused score; comparable within one answer only */
  score: number
  /** what the passage's words alone earn, as a share of the query's best possible, 0..1 */
  wordScore: number
  /** cosine of passage and query, -1..1; 0 without vectors */
  cosine: number
}

export type SearchResult = {
  passages: FoundPassage[]
  /** how likely the passages answer the query at all, 0..1, comparable between queries */
  confidence: number
  /** weight of the vectors in the fusion, 0..1; 0 when words alone were searched */
  vectorWeight: number
  /** words that were searched under another spelling */
  corrections: { from: string; to: string }[]
}

/** A passage id with the score one half gave it, best first. */
export type Ranked = { id: number; score: number }
