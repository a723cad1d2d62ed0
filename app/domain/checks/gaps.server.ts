import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { aiAnswers } from '#app/domain/answers/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { closedGaps, triedGaps } from './schema.server.ts'

const GAPS_SHOWN = 30
const QUESTION_CHARACTERS_MAX = 500
const DAYS = 60
const DAY_MS = 24 * 3_600_000
const UNANSWERED = ['no_answer', 'low_confidence']

export type Gap = { id: number; question: string; askedAt: number; conversationId: number }
export type TriedGap = { id: number; question: string; askedAt: number }

/** What customers asked in conversations within reach and the assistant had no answer to. */
export function listGaps(db: TenantDb, actor: Actor, now: number): Gap[] {
  return db
    .select({
      ...{ id: aiAnswers.id, conversationId: conversations.id, askedAt: aiAnswers.createdAt },
      question: sql<string>`substr(${messages.text}, 1, ${sql.raw(String(QUESTION_CHARACTERS_MAX))})`,
    })
    .from(aiAnswers)
    .innerJoin(conversations, eq(conversations.id, aiAnswers.conversationId))
    .innerJoin(messages, eq(messages.id, aiAnswers.turnMessageId))
    .where(
      and(
        reachable(db, actor),
        inArray(aiAnswers.outcomeReason, UNANSWERED),
        gt(aiAnswers.createdAt, now - DAYS * DAY_MS),
        isNotNull(messages.text),
        sql`not exists (select 1 from closed_gaps where closed_gaps.answer_id = ${aiAnswers.id})`,
      ),
    )
    .orderBy(desc(aiAnswers.id))
    .limit(GAPS_SHOWN)
    .all()
}

/** A customer's question needs no answer of its own. @returns false when it is not within reach */
export function closeGap(db: TenantDb, actor: Actor, answerId: number): boolean {
  const known = db
    .select({ id: aiAnswers.id })
    .from(aiAnswers)
    .innerJoin(conversations, eq(conversations.id, aiAnswers.conversationId))
    .where(and(eq(aiAnswers.id, answerId), reachable(db, actor)))
    .get()
  if (!known) return false
  db.insert(closedGaps).values({ answerId, closedAt: Date.now() }).onConflictDoNothing().run()
  return true
}

/** What was asked in the playground and found nothing, newest first. */
export function listTriedGaps(db: TenantDb): TriedGap[] {
  return db.select().from(triedGaps).orderBy(desc(triedGaps.askedAt)).limit(GAPS_SHOWN).all()
}

/** Keeps a question of the playground that found nothing. */
export function noteTriedGap(db: TenantDb, text: string): void {
  const question = text.trim().slice(0, QUESTION_CHARACTERS_MAX)
  const askedAt = Date.now()
  if (question === '') return
  db.insert(triedGaps)
    .values({ question, askedAt })
    .onConflictDoUpdate({ target: triedGaps.question, set: { askedAt } })
    .run()
}

/** @returns false when there was none */
export function closeTriedGap(db: TenantDb, id: number): boolean {
  return db.delete(triedGaps).where(eq(triedGaps.id, id)).run().changes > 0
}
