import type { Embedder } from '#app/ai/retrieval/embedders/embedder.ts'
import { refreshEmbeddings } from '#app/ai/retrieval/refresh/refresh.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import type { SearchMode, SearchResult } from '#app/ai/retrieval/search/result.ts'
import { stopSearch } from '#app/ai/retrieval/thread/search.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { measureQuality, percentile } from './measures.ts'
import type { Quality } from './measures.ts'
import { addPassages, createScratchTenant } from './scratch-tenant.ts'

export type CorpusLine = { _id: string; title: string; text: string }
export type QueryLine = { _id: string; text: string; relevant: string[] }
export type Measured = Quality & { p50Ms: number; p95Ms: number }

export type Report = {
  passages: number
  queries: number
  embedder: string
  embedMs: number
  /** what the product answers with */
  fused: Measured
  /** the halves alone */
  words: Measured
  vectors: Measured
}

const DEPTH = 10

/** Measures a set through the product's own code, in a company file made for it. */
export async function evaluate(
  set: { corpus: CorpusLine[]; queries: QueryLine[] },
  embedder: Embedder,
  onResult?: (query: QueryLine, result: SearchResult) => void,
): Promise<Report> {
  const tenant = createScratchTenant()
  try {
    addPassages(tenant.db, set.corpus)
    const startedAt = performance.now()
    await embed(tenant.db, embedder)
    const embedMs = Math.round(performance.now() - startedAt)
    const run = (mode: SearchMode) => measure(tenant.db, set, { embedder, mode, onResult })
    return {
      ...{ passages: set.corpus.length, queries: set.queries.length },
      ...{ embedder: `${embedder.provider}/${embedder.model}`, embedMs },
      ...{ fused: await run('fused'), words: await run('words'), vectors: await run('vectors') },
    }
  } finally {
    await stopSearch()
    tenant.close()
  }
}

async function embed(db: TenantDb, embedder: Embedder): Promise<void> {
  for (;;) {
    const result = await refreshEmbeddings(db, { embedder })
    if (!result.ok) throw new Error(`The embedder failed: ${result.reason}`)
    if (result.isDone) return
  }
}

async function measure(
  db: TenantDb,
  set: { corpus: CorpusLine[]; queries: QueryLine[] },
  how: {
    embedder: Embedder
    mode: SearchMode
    onResult?: ((query: QueryLine, result: SearchResult) => void) | undefined
  },
): Promise<Measured> {
  const options = { embedder: how.embedder, mode: how.mode, limit: DEPTH }
  const tookMs: number[] = []
  const results: { ranked: string[]; relevant: Set<string> }[] = []
  // The first search of a company reads its index into memory.
  if (set.queries[0]) await retrieve(db, set.queries[0].text, options)
  for (const query of set.queries) {
    const startedAt = performance.now()
    const result = await retrieve(db, query.text, options)
    tookMs.push(performance.now() - startedAt)
    if (how.mode === 'fused') how.onResult?.(query, result)
    const ranked = result.passages.map(({ sourceId }) => set.corpus[sourceId - 1]?._id ?? '')
    results.push({ ranked, relevant: new Set(query.relevant) })
  }
  const p50Ms = percentile(tookMs, 0.5)
  return { ...measureQuality(results), p50Ms, p95Ms: percentile(tookMs, 0.95) }
}
