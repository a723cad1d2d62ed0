import type { Thread } from '#app/domain/answers/thread.server.ts'
import { onTenantSignal } from '#app/tenancy/signals.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findObstacle } from './settle.server.ts'

/**
 * Watches a turn while its answer is being written: when a person replies, the customer writes
 * on or the assistant is paused, the request to the model is cut short.
 */
export function watchTurn(db: TenantDb, thread: Thread): { signal: AbortSignal; stop: () => void } {
  const abort = new AbortController()
  const stop = onTenantSignal(tenantIdOf(db), 'changes', () => {
    if (findObstacle(db, thread, Date.now())) abort.abort()
  })
  return { signal: abort.signal, stop }
}
