import { getCompany } from '#app/domain/company/queries.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tellOutOfHours } from './out-of-hours.server.ts'
import { drainQueue, joinQueue } from './queue.server.ts'

/**
 * A customer wrote: what nobody owns and the AI does not answer waits for a person (or every
 * conversation does, if the company wants that), and who writes to a closed company is told so.
 * In the transaction that stored the message.
 */
export function noteArrival(db: TenantDb, conversationId: number, now = Date.now()): void {
  const conversation = findConversation(db, conversationId)
  if (!conversation || conversation.status === 'closed') return
  const { aiEnabled, queueWhen, outOfHoursWithAi } = getCompany(db)
  const isAiAnswering = Boolean(aiEnabled) && conversation.aiState === 'on'
  if (!isAiAnswering || queueWhen === 'always') joinQueue(db, conversationId, now)
  if (!isAiAnswering || outOfHoursWithAi) tellOutOfHours(db, conversationId, now)
}

/** The AI has given a conversation up, and has told the customer so: people take over from here. */
export function noteHandOver(db: TenantDb, conversationId: number, now = Date.now()): void {
  joinQueue(db, conversationId, now)
  tellOutOfHours(db, conversationId, now)
}

/**
 * Lets everything wait that needs a person by the company's settings as they are now, since its
 * last message; after a change of those settings.
 */
export function queueOwnerless(db: TenantDb, now = Date.now()): void {
  inTransaction(db, () => {
    sqliteOf(db)
      .prepare(
        `update conversations set queued_at = last_message_at
         where is_open = 1 and assigned_to is null and queued_at is null
           and (ai_state <> 'on' or exists (select 1 from company
             where ai_enabled = 0 or queue_when = 'always'))`,
      )
      .run()
    sqliteOf(db)
      .prepare(
        `update conversations set queued_at = null
         where is_open = 1 and assigned_to is null and queued_at is not null and ai_state = 'on'
           and exists (select 1 from company where ai_enabled = 1 and queue_when = 'needs_person')`,
      )
      .run()
    drainQueue(db, now)
  })
}
