import { gt, max, sql } from 'drizzle-orm'
import { conversationEvents } from '#app/domain/conversations/schema.server.ts'
import { leads, leadStageChanges } from '#app/domain/leads/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * Lets work have been done at a time gone by: the lines it adds to histories and the leads it
 * opens bear that time. In the caller's transaction.
 */
export function asOf<T>(db: TenantDb, at: number, work: () => T): T {
  const before = {
    event:
      db
        .select({ id: max(conversationEvents.id) })
        .from(conversationEvents)
        .get()?.id ?? 0,
    lead:
      db
        .select({ id: max(leads.id) })
        .from(leads)
        .get()?.id ?? 0,
    change:
      db
        .select({ id: max(leadStageChanges.id) })
        .from(leadStageChanges)
        .get()?.id ?? 0,
  }
  const done = work()
  const { id: eventId } = conversationEvents
  db.update(conversationEvents).set({ at }).where(gt(eventId, before.event)).run()
  db.update(leadStageChanges).set({ at }).where(gt(leadStageChanges.id, before.change)).run()
  db.update(leads)
    .set({
      ...{ createdAt: at, updatedAt: at, stageChangedAt: at },
      closedAt: sql`case when closed_at is null then null else ${at} end`,
    })
    .where(gt(leads.id, before.lead))
    .run()
  return done
}
