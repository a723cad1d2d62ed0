import { BUILTIN_EMBEDDER } from '#app/ai/retrieval/embedders/choose.server.ts'
import { refreshEmbeddings } from '#app/ai/retrieval/refresh/refresh.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { stopSearch } from '#app/ai/retrieval/thread/search.server.ts'
import { toWords } from '#app/ai/retrieval/text/words.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addPassages, createScratchTenant } from '#scripts/retrieval/scratch-tenant.ts'
import { percentile } from '#scripts/retrieval/measures.ts'
import { makeTexts } from './made-up-texts.ts'
import { exactRecall } from './retrieval-recall.ts'
import type { BenchRow } from './row.ts'

const QUESTIONS = 200
const WARM_UP = 10
const RECALL_MIN = 0.95

/**
 * Retrieval through the search thread, against the same questions on bare FTS5 (every word,
 * no vectors) in the same run.
 *
 * @param passages goals are known for 10,000 (p95 under 20 ms) and 100,000 (under 90 ms)
 */
export async function benchRetrieval(passages = 10_000): Promise<BenchRow[]> {
  const tenant = createScratchTenant()
  try {
    const texts = makeTexts(passages)
    addPassages(tenant.db, texts.passages)
    const startedAt = performance.now()
    await refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER })
    const fitMs = performance.now() - startedAt
    const questions = texts.questions(QUESTIONS)
    const bare = measureBare(tenant.db, questions)
    const { tookMs, recall } = await measureProduct(tenant.db, questions)
    return toRows(passages, { bare, tookMs, recall, fitMs })
  } finally {
    await stopSearch()
    tenant.close()
  }
}

function measureBare(db: TenantDb, questions: string[]): number[] {
  const statement = sqliteOf(db).prepare(
    'select rowid from passages_fts where passages_fts match ? order by rank limit 10',
  )
  return questions.map((question) => {
    const match = toWords(question)
      .map((word) => `"${word}"`)
      .join(' OR ')
    const startedAt = performance.now()
    statement.all(match)
    return performance.now() - startedAt
  })
}

async function measureProduct(
  db: TenantDb,
  questions: string[],
): Promise<{ tookMs: number[]; recall: number }> {
  for (const question of questions.slice(0, WARM_UP)) await retrieve(db, question)
  const tookMs: number[] = []
  for (const question of questions) {
    const startedAt = performance.now()
    await retrieve(db, question)
    tookMs.push(performance.now() - startedAt)
  }
  return { tookMs, recall: await exactRecall(db, questions.slice(0, 50)) }
}

function toRows(
  passages: number,
  figures: { bare: number[]; tookMs: number[]; recall: number; fitMs: number },
): BenchRow[] {
  const { bare, tookMs, recall } = figures
  const size = passages.toLocaleString('en')
  const goalMs = passages > 10_000 ? 90 : 20
  const p95 = percentile(tookMs, 0.95)
  const row = (share: number): BenchRow => ({
    name: `retrieval p${share * 100}, ${size} passages`,
    value: `${percentile(tookMs, share).toFixed(1)} ms`,
    ratio: percentile(tookMs, share) / percentile(bare, share),
  })
  return [
    { name: `bare FTS5 p95, ${size} passages`, value: `${percentile(bare, 0.95).toFixed(1)} ms` },
    row(0.5),
    { ...row(0.95), goal: `< ${goalMs} ms`, met: p95 < goalMs },
    {
      ...{ name: `vector recall@10 against exact, ${size} passages`, value: recall.toFixed(3) },
      ...{ goal: `≥ ${RECALL_MIN}`, met: recall >= RECALL_MIN },
    },
    { name: `fit and embed ${size} passages`, value: `${(figures.fitMs / 1000).toFixed(1)} s` },
  ]
}

if (import.meta.main) {
  for (const passages of [10_000, ...(process.argv.includes('--large') ? [100_000] : [])]) {
    console.table(await benchRetrieval(passages))
  }
}
