import { and, eq } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { transferRequests } from './schema.server.ts'

/**
 * What was asked no longer matters: the conversation has another owner, or has ended. Called by
 * whatever moves or closes a conversation, in its transaction.
 */
export function endTransfer(db: TenantDb, conversationId: number, now = Date.now()): void {
  db.update(transferRequests)
    .set({ state: 'moot', decidedAt: now })
    .where(
      and(
        eq(transferRequests.conversationId, conversationId),
        eq(transferRequests.state, 'pending'),
      ),
    )
    .run()
}
