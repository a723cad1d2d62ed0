import { sql } from 'drizzle-orm'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { scheduledMessages as s } from './schema.server.ts'

const CANCEL = Symbol('scheduledMessages.cancelOnReply')

/**
 * The customer wrote: what was to go out only without an answer does not go out any more. In the
 * transaction that stores what they wrote. Other conversations of theirs on the line count too.
 */
export function cancelOnReply(
  db: TenantDb,
  customer: { contactId: number; endpointId: number },
): void {
  const rows = prepared(db, CANCEL, cancelWaiting).all({ ...customer, now: Date.now() })
  for (const { id, conversationId, memberId } of rows) {
    recordEvent(db, conversationId, { kind: 'scheduled_cancelled', actor: { kind: 'contact' } })
    notify(db, {
      ...{ kind: 'customer_replied', memberIds: [memberId], conversationId },
      ...{ data: { scheduled: true }, dedupeKey: `scheduled:${id}:cancelled` },
    })
  }
}

function cancelWaiting(db: TenantDb) {
  const own = sql`select ${conversations.id} from ${conversations}
    where ${conversations.contactId} = ${sql.placeholder('contactId')}
      and ${conversations.endpointId} = ${sql.placeholder('endpointId')}`
  return db
    .update(s)
    .set({
      ...{ state: 'cancelled' as const, stateReason: 'customer_replied' },
      updatedAt: sql`${sql.placeholder('now')}`,
    })
    .where(
      sql`${s.conversationId} in (${own}) and ${s.state} = 'waiting' and ${s.cancelOnReply} = 1`,
    )
    .returning({ id: s.id, conversationId: s.conversationId, memberId: s.memberId })
    .prepare()
}
