import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { batchSize, embedBatch } from '../embedders/embed-all.server.ts'
import type { RemoteEmbedder } from '../embedders/embedder.ts'
import {
  insertModel,
  insertVectors,
  listModels,
  listPassagesWithout,
  makeReady,
  setDimensions,
} from './queries.server.ts'
import type { ModelRow, PassageText } from './queries.server.ts'
import type { RefreshResult } from './refresh.server.ts'

/** More than a batch holds; what is too much waits for the next round. */
const PASSAGES_READ = 128
/** Learned embeddings keep words apart well; they are trusted like a good built-in fit. */
const REMOTE_FIDELITY = { short: 0.95, long: 1 }

/** The model row of this embedder: in use, half built, or new. */
export function beginRemote(db: TenantDb, embedder: RemoteEmbedder): ModelRow {
  const known = listModels(db).find(
    (row) =>
      row.state !== 'retired' && row.provider === embedder.provider && row.model === embedder.model,
  )
  if (known) return known
  const { provider, model } = embedder
  const row = { provider, model, dimensions: 0, fittedPassages: 0, fittedRevision: 0 }
  const id = insertModel(db, { ...row, fidelity: REMOTE_FIDELITY, parameters: null })
  return { ...row, id, state: 'building' }
}

/** Embeds what has no vector yet, stores each batch, and swaps the model in when none is left. */
export async function embedMissing(
  db: TenantDb,
  row: ModelRow,
  run: { embedder: RemoteEmbedder; deadlineAt: number; now: () => number },
): Promise<RefreshResult> {
  let { dimensions } = row
  let afterId = 0
  for (;;) {
    const page = listPassagesWithout(db, row.id, { afterId, limit: PASSAGES_READ })
    if (page.length === 0) break
    if (run.now() >= run.deadlineAt) return { ok: true, isDone: false }
    const batch = page.slice(0, batchSize(page.map(toText)))
    const result = await embedBatch(run.embedder, batch.map(toText))
    if (!result.ok) return result
    const vectors = pair(batch, result.vectors)
    dimensions ||= vectors[0]?.vector.length ?? 0
    if (vectors.some(({ vector }) => vector.length !== dimensions)) {
      return { ok: false, reason: 'malformed' }
    }
    if (dimensions !== row.dimensions) setDimensions(db, row.id, dimensions)
    insertVectors(db, row.id, vectors)
    afterId = batch.at(-1)?.id ?? afterId
  }
  if (row.state === 'building') makeReady(db, row.id)
  return { ok: true, isDone: true }
}

function toText(passage: PassageText): string {
  return `${passage.title}\n${passage.text}`
}

function pair(
  batch: PassageText[],
  vectors: (Float32Array | undefined)[],
): { passageId: number; vector: Float32Array }[] {
  return batch.flatMap(({ id }, index) => {
    const vector = vectors[index]
    return vector ? [{ passageId: id, vector }] : []
  })
}
