import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listFileIds, refuseContent, refuseTime, sendAtItsTime } from './schedule.server.ts'
import type { ScheduleRefusal, ScheduleResult } from './schedule.server.ts'
import { scheduledMessages } from './schema.server.ts'
import type { ScheduledContent } from './scheduled.ts'
import { sendScheduled } from './send.server.ts'

export type ScheduledPlace = { conversationId: number; scheduledId: number }

type Revision = { text?: string; sendAt: number; cancelOnReply: boolean; now?: number }

/** Other words, another time. One that failed waits again. */
export function reviseScheduled(
  db: TenantDb,
  actor: Actor,
  place: ScheduledPlace & Revision,
): ScheduleResult {
  const { sendAt, cancelOnReply, now = Date.now() } = place
  return inTransaction(db, () => {
    const found = findChangeable(db, actor, place)
    if (!found.ok) return found
    const { conversationId, contentJson, id } = found.row
    const content = JSON.parse(contentJson) as ScheduledContent
    // A template's words are the vendor's.
    if (!content.template && place.text !== undefined) content.text = place.text
    const message = { ...content, conversationId, fileIds: listFileIds(db, id) }
    const reason = refuseTime(sendAt, now) ?? refuseContent(db, actor.id, message)
    if (reason) return { ok: false, reason }
    db.update(scheduledMessages)
      .set({
        ...{ contentJson: JSON.stringify(content), sendAt, cancelOnReply: cancelOnReply ? 1 : 0 },
        ...{ state: 'waiting', stateReason: null, updatedAt: now },
      })
      .where(eq(scheduledMessages.id, id))
      .run()
    sendAtItsTime(db, id, sendAt)
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, scheduledId: id }
  })
}

/** It is not sent; one that failed is put away. */
export function cancelScheduled(db: TenantDb, actor: Actor, place: ScheduledPlace): ScheduleResult {
  return inTransaction(db, () => {
    const found = findChangeable(db, actor, place)
    if (!found.ok) return found
    const { id, conversationId } = found.row
    db.update(scheduledMessages)
      .set({ state: 'cancelled', stateReason: 'by_member', updatedAt: Date.now() })
      .where(eq(scheduledMessages.id, id))
      .run()
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, scheduledId: id }
  })
}

/** Somebody does not want to wait: it goes out as if its time had come, or says why not. */
export function sendScheduledNow(
  db: TenantDb,
  actor: Actor,
  place: ScheduledPlace,
): ScheduleResult | { ok: false; reason: string } {
  return inTransaction(db, () => {
    const found = findChangeable(db, actor, place)
    if (!found.ok) return found
    const sent = sendScheduled(db, { ...found.row, memberId: actor.id })
    return sent.ok ? { ok: true, scheduledId: found.row.id } : sent
  })
}

function findChangeable(
  db: TenantDb,
  actor: Actor,
  { conversationId, scheduledId }: ScheduledPlace,
) {
  const gone: { ok: false; reason: ScheduleRefusal } = { ok: false, reason: 'not_found' }
  if (!findReachable(db, actor, conversationId)) return gone
  const row = db
    .select()
    .from(scheduledMessages)
    .where(
      and(
        eq(scheduledMessages.id, scheduledId),
        eq(scheduledMessages.conversationId, conversationId),
      ),
    )
    .get()
  if (!row) return gone
  const isChangeable = row.state === 'waiting' || row.state === 'failed'
  if (!isChangeable) return { ok: false as const, reason: 'no_longer_waiting' as const }
  return { ok: true as const, row }
}
