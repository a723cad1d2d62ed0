import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { checkLater, findFacts } from './clock-rows.server.ts'
import type { ClockRow } from './clock-rows.server.ts'
import { slaClocks } from './schema.server.ts'

/**
 * Job sla.check: warns or notes the breach of one clock, once each, at the time that was set for
 * it. A clock that ended, stands still or was moved meanwhile is left alone or looked at later.
 */
export function checkClock(db: TenantDb, clockId: number, now = Date.now()): void {
  inTransaction(db, () => {
    const clock = db.select().from(slaClocks).where(eq(slaClocks.id, clockId)).get()
    if (!clock || clock.metAt !== null || clock.cancelledAt !== null) return
    if (clock.breachedAt !== null || clock.pausedAt !== null) return
    if (now >= clock.dueAt) return breach(db, clock, now)
    if (now < clock.warnAt) return checkLater(db, clock.id, clock.warnAt)
    if (clock.warnedAt === null) warn(db, clock, now)
    checkLater(db, clock.id, clock.dueAt)
  })
}

function warn(db: TenantDb, clock: ClockRow, now: number): void {
  db.update(slaClocks).set({ warnedAt: now }).where(eq(slaClocks.id, clock.id)).run()
  tell(db, clock, 'sla_warning')
}

function breach(db: TenantDb, clock: ClockRow, now: number): void {
  const { conversationId, kind } = clock
  const memberId = findFacts(db, conversationId)?.assignedTo ?? null
  db.update(slaClocks)
    .set({ breachedAt: now, warnedAt: clock.warnedAt ?? now, memberId })
    .where(eq(slaClocks.id, clock.id))
    .run()
  recordEvent(db, conversationId, {
    ...{ kind: 'sla_breached', actor: { kind: 'system' }, data: { clock: kind } },
  })
  tell(db, clock, 'sla_breached')
}

/** Whoever has it, and those who may give it to somebody else. */
function tell(db: TenantDb, clock: ClockRow, kind: 'sla_warning' | 'sla_breached'): void {
  const { conversationId } = clock
  const assignee = findFacts(db, conversationId)?.assignedTo
  const managers = db
    .select()
    .from(members)
    .where(eq(members.status, 'active'))
    .all()
    .filter((member) => can(toActor(member), 'conversations.assign'))
  notify(db, {
    ...{ kind, conversationId, data: { clock: clock.kind, dueAt: clock.dueAt } },
    memberIds: [...(assignee ? [assignee] : []), ...managers.map((member) => member.id)],
    dedupeKey: `${kind}:${clock.id}`,
  })
  recordChange(db, 'conversation.changed', { conversationId })
}
