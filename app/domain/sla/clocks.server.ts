import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { businessTimeBetween } from './business-time.ts'
import { readCalendar } from './calendar.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import {
  findFacts,
  isSlaOn,
  listOpenClocks,
  moveClock,
  startClock,
  targetOf,
} from './clock-rows.server.ts'
import type { ClockRow, Facts } from './clock-rows.server.ts'
import { slaClocks } from './schema.server.ts'

/**
 * The company's promises as clocks of a conversation. Each is started, stopped and paused in the
 * transaction of what happened, and counts business time only:
 *
 * - a customer's message starts the first reply, later ones the next reply, unless one runs
 *   already; the first also starts the resolution
 * - a person's reply meets them; the assistant's does too if the company counts it, but its
 *   handing over does not: the customer now waits for a person
 * - closing meets the resolution and cancels a reply nobody will write any more
 * - the resolution stands still while the conversation is snoozed or waits for the customer;
 *   a reply that is owed is owed then too
 */
type Spoken = {
  conversationId: number
  speaker: 'customer' | 'staff' | 'ai' | 'system'
  /** UTC ms */
  now: number
}

/** Somebody wrote. What the system says by itself is no answer. */
export function noteSpoken(db: TenantDb, { conversationId, speaker, now }: Spoken): void {
  if (speaker === 'system' || !isSlaOn(db)) return
  const facts = findFacts(db, conversationId)
  if (!facts || facts.status === 'closed') return
  const open = listOpenClocks(db, conversationId)
  if (speaker === 'customer') startOwed(db, facts, open, now)
  else if (speaker === 'staff' || getCompany(db).slaAiReplies === 1)
    end(db, open.filter(isReply), { metAt: now })
  follow(db, facts, open, now)
}

function startOwed(db: TenantDb, facts: Facts, open: ClockRow[], now: number): void {
  // Who is blocked is heard and not answered.
  if (facts.isBlocked) return
  if (!open.some(isReply)) startClock(db, facts, replyKind(facts), now)
  if (!open.some((clock) => clock.kind === 'resolution')) startClock(db, facts, 'resolution', now)
}

/** The assistant called for a person: whatever it told the customer, somebody is waited for. */
export function noteHandedOver(db: TenantDb, conversationId: number, now: number): void {
  if (!isSlaOn(db)) return
  const facts = findFacts(db, conversationId)
  if (!facts || facts.status === 'closed') return
  // Being told to wait, in this very transaction, is no answer.
  db.update(slaClocks)
    .set({ metAt: null })
    .where(
      and(
        eq(slaClocks.conversationId, conversationId),
        eq(slaClocks.metAt, now),
        ne(slaClocks.kind, 'resolution'),
      ),
    )
    .run()
  if (!listOpenClocks(db, conversationId).some(isReply))
    startClock(db, facts, replyKind(facts), now)
}

export function noteClosed(db: TenantDb, conversationId: number, now: number): void {
  const open = listOpenClocks(db, conversationId)
  end(db, open.filter(isReply), { cancelledAt: now })
  end(
    db,
    open.filter((clock) => !isReply(clock)),
    { metAt: now },
  )
}

/** Opened again: the time to settle it begins anew. */
export function noteReopened(db: TenantDb, conversationId: number, now: number): void {
  if (!isSlaOn(db)) return
  const facts = findFacts(db, conversationId)
  if (facts) startClock(db, facts, 'resolution', now)
}

/** Call it after a conversation was snoozed, woken, or set to wait for the customer. */
export function noteStatus(db: TenantDb, conversationId: number, now = Date.now()): void {
  if (!isSlaOn(db)) return
  const facts = findFacts(db, conversationId)
  if (facts) follow(db, facts, listOpenClocks(db, conversationId), now)
}

/** Call it after a conversation got another priority: what runs is held to what that promises. */
export function notePriority(db: TenantDb, conversationId: number, now = Date.now()): void {
  if (!isSlaOn(db)) return
  const facts = findFacts(db, conversationId)
  if (!facts) return
  for (const clock of listOpenClocks(db, conversationId)) {
    const targetMinutes = targetOf(facts, clock.kind)
    if (targetMinutes === null) end(db, [clock], { cancelledAt: now })
    else if (clock.breachedAt === null)
      moveClock(db, clock, { targetMinutes, priorityId: facts.priorityId })
  }
}

/** Everything that runs ends: the company makes no promises any more. */
export function cancelAllClocks(db: TenantDb, now: number): void {
  db.update(slaClocks)
    .set({ cancelledAt: now })
    .where(and(isNull(slaClocks.metAt), isNull(slaClocks.cancelledAt)))
    .run()
}

function follow(db: TenantDb, facts: Facts, open: ClockRow[], now: number): void {
  const mustPause = facts.status === 'snoozed' || facts.status === 'waiting'
  for (const clock of open) {
    if (isReply(clock) || mustPause === (clock.pausedAt !== null)) continue
    if (clock.pausedAt === null)
      db.update(slaClocks).set({ pausedAt: now }).where(eq(slaClocks.id, clock.id)).run()
    else {
      const stoodStill = businessTimeBetween(readCalendar(db), clock.pausedAt, now)
      moveClock(db, clock, { pausedAt: null, pausedMs: clock.pausedMs + stoodStill })
    }
  }
}

function replyKind(facts: Facts) {
  return facts.hasReplied ? 'next_reply' : 'first_reply'
}

function isReply({ kind }: ClockRow): boolean {
  return kind !== 'resolution'
}

function end(
  db: TenantDb,
  clocks: ClockRow[],
  ending: { metAt: number } | { cancelledAt: number },
): void {
  if (clocks.length === 0) return
  const ids = clocks.map((clock) => clock.id)
  db.update(slaClocks).set(ending).where(inArray(slaClocks.id, ids)).run()
}
