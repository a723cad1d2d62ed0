import { closeIdle } from '#app/domain/conversations/close-idle.server.ts'
import { purgeDeleted } from '#app/domain/conversations/deletion.server.ts'
import { wakeAt } from '#app/domain/conversations/wake.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Between batches others get their turn. */
const NEXT_BATCH_MS = 200

/** What happens to conversations by the clock. */
export function conversationJobs(): JobHandlers<TenantDb> {
  return {
    'conversation.wake': (db, { conversationId, until }, job) =>
      job.complete(() => void wakeAt(db, conversationId, until)),
    'conversations.close_idle': (db) =>
      closeIdle(db) > 0 ? { retryAfterMs: NEXT_BATCH_MS } : undefined,
    'conversations.purge': (db) => (purgeDeleted(db) ? { retryAfterMs: NEXT_BATCH_MS } : undefined),
  }
}
