import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { RemoteEmbedder } from './embedders/embedder.ts'
import { listModels } from './refresh/queries.server.ts'

/** A few megabytes; the same question comes again when an answer is regenerated. */
const CACHED_MAX = 500
const CACHED_MS = 10 * 60_000

const cache = new LRUCache<string, Float32Array>({ max: CACHED_MAX, ttl: CACHED_MS })

/**
 * The query's vector by the embedder whose vectors the company is searched with now.
 *
 * @returns undefined when another embedder's model is in use, or the vendor does not answer
 */
export async function toQueryVector(
  db: TenantDb,
  embedder: RemoteEmbedder,
  query: string,
): Promise<{ modelId: number; vector: Float32Array } | undefined> {
  const { provider, model } = embedder
  const ready = listModels(db).find((row) => row.state === 'ready')
  const isCurrent = ready?.provider === provider && ready.model === model
  if (!isCurrent || query.trim() === '') return undefined
  const key = createHash('sha256').update(`${provider}\0${model}\0${query}`).digest('base64')
  const known = cache.get(key)
  if (known) return { modelId: ready.id, vector: known }
  const result = await embedder.embed([query], 'query')
  const vector = result.ok ? result.vectors[0] : undefined
  if (!vector) return undefined
  cache.set(key, vector)
  return { modelId: ready.id, vector }
}
