import { parentPort } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import type { SearchResult } from '../search/result.ts'
import { TenantSearcher } from '../search/searcher.server.ts'
import type { FromSearchThread, ToSearchThread } from './messages.ts'

/** Each holds three file descriptors, a page cache and its vectors. */
const TENANTS_MAX = 50
const BYTES_MAX = 256 * 1_048_576
/** A company nobody asks for anything gives its memory back. */
const IDLE_MS = 10 * 60_000

const searchers = new LRUCache<string, TenantSearcher>({
  max: TENANTS_MAX,
  ttl: IDLE_MS,
  updateAgeOnGet: true,
  ttlAutopurge: true,
  dispose: (searcher) => searcher.close(),
})

parentPort?.on('message', (message: ToSearchThread) => {
  const startedAt = performance.now()
  try {
    const result = answer(message)
    reply({ id: message.id, ok: true, result, tookMs: performance.now() - startedAt })
  } catch (error) {
    searchers.delete(message.tenantId)
    reply({ id: message.id, ok: false, error: error instanceof Error ? error.message : 'unknown' })
  }
})

function answer(message: ToSearchThread): SearchResult | undefined {
  if (message.kind === 'forget') {
    searchers.delete(message.tenantId)
    return undefined
  }
  const searcher =
    searchers.get(message.tenantId) ?? new TenantSearcher(message.path, message.tenantId)
  // Set again after each search, because what it holds grows with use.
  const result = searcher.search(message.request)
  if (!searchers.has(message.tenantId)) searchers.set(message.tenantId, searcher)
  evictBeyondBytes(message.tenantId)
  return result
}

function evictBeyondBytes(keptId: string): void {
  const total = () => [...searchers.values()].reduce((sum, one) => sum + one.bytes, 0)
  while (searchers.size > 1 && total() > BYTES_MAX) {
    const oldest = [...searchers.rkeys()].find((id) => id !== keptId)
    if (oldest === undefined) return
    searchers.delete(oldest)
  }
}

function reply(message: FromSearchThread): void {
  parentPort?.postMessage(message)
}
