import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { priorities } from '#app/domain/labels/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addBusinessTime } from './business-time.ts'
import { readCalendar } from './calendar.server.ts'
import type { ClockKind } from './clock-kinds.ts'
import { slaClocks } from './schema.server.ts'

const MINUTE_MS = 60_000
/** People are warned when so much of the time is gone. */
const WARN_SHARE = 0.8

export type ClockRow = typeof slaClocks.$inferSelect
export type Facts = NonNullable<ReturnType<typeof findFacts>>

const OPEN = Symbol('sla.open')
const FACTS = Symbol('sla.facts')

export function isSlaOn(db: TenantDb): boolean {
  return getCompany(db).slaEnabled === 1
}

/** Clocks that still run or stand still. */
export function listOpenClocks(db: TenantDb, conversationId: number): ClockRow[] {
  return prepared(db, OPEN, selectOpen).all({ conversationId })
}

/** What decides about a conversation's clocks: where it stands, and what its priority promises. */
export function findFacts(db: TenantDb, conversationId: number) {
  return prepared(db, FACTS, selectFacts).get({ conversationId })
}

export function targetOf(facts: Facts, kind: ClockKind): number | null {
  const targets = {
    first_reply: facts.firstReplyMinutes,
    next_reply: facts.nextReplyMinutes,
    resolution: facts.resolutionMinutes,
  }
  return targets[kind]
}

/** Starts a clock, unless the priority promises nothing of the kind. */
export function startClock(db: TenantDb, facts: Facts, kind: ClockKind, now: number): void {
  const targetMinutes = targetOf(facts, kind)
  if (targetMinutes === null) return
  const times = timesOf(db, { startedAt: now, targetMinutes, pausedMs: 0 })
  const { id: conversationId, priorityId } = facts
  const row = db
    .insert(slaClocks)
    .values({ conversationId, kind, targetMinutes, startedAt: now, priorityId, ...times })
    .onConflictDoNothing()
    .returning({ id: slaClocks.id })
    .get()
  if (row) checkLater(db, row.id, times.warnAt)
}

/** Moves a clock's end after a pause or with another priority, and looks at it anew. */
export function moveClock(
  db: TenantDb,
  clock: ClockRow,
  change: Partial<Pick<ClockRow, 'targetMinutes' | 'pausedMs' | 'pausedAt' | 'priorityId'>>,
): void {
  const moved = { ...clock, ...change }
  const times = timesOf(db, moved)
  db.update(slaClocks)
    .set({ ...change, ...times })
    .where(eq(slaClocks.id, clock.id))
    .run()
  checkLater(db, clock.id, moved.warnedAt === null ? times.warnAt : times.dueAt)
}

/** Looks at a clock when there is something to say about it, and not before. */
export function checkLater(db: TenantDb, clockId: number, at: number): void {
  enqueue(db, 'sla.check', { clockId }, { runAt: at })
}

function timesOf(
  db: TenantDb,
  {
    startedAt,
    targetMinutes,
    pausedMs,
  }: Pick<ClockRow, 'startedAt' | 'targetMinutes' | 'pausedMs'>,
) {
  const calendar = readCalendar(db)
  const target = targetMinutes * MINUTE_MS
  return {
    warnAt: addBusinessTime(calendar, startedAt, Math.round(target * WARN_SHARE) + pausedMs),
    dueAt: addBusinessTime(calendar, startedAt, target + pausedMs),
  }
}

function selectOpen(db: TenantDb) {
  return db
    .select()
    .from(slaClocks)
    .where(
      and(
        eq(slaClocks.conversationId, sql.placeholder('conversationId')),
        isNull(slaClocks.metAt),
        isNull(slaClocks.cancelledAt),
      ),
    )
    .orderBy(asc(slaClocks.dueAt))
    .prepare()
}

function selectFacts(db: TenantDb) {
  return db
    .select({
      id: conversations.id,
      status: conversations.status,
      assignedTo: conversations.assignedTo,
      aiState: conversations.aiState,
      priorityId: priorities.id,
      firstReplyMinutes: priorities.firstReplyMinutes,
      nextReplyMinutes: priorities.nextReplyMinutes,
      resolutionMinutes: priorities.resolutionMinutes,
      isBlocked: sql<number>`exists (select 1 from contacts t
        where t.id = ${conversations.contactId} and t.blocked_at is not null)`,
      hasReplied: sql<number>`exists (select 1 from sla_clocks k
        where k.conversation_id = ${conversations.id} and k.kind = 'first_reply')`,
    })
    .from(conversations)
    .innerJoin(
      priorities,
      sql`${priorities.id} = coalesce(${conversations.priorityId},
        (select d.id from priorities d where d.is_default = 1 limit 1))`,
    )
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}
