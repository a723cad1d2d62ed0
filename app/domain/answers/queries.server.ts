import { and, asc, eq } from 'drizzle-orm'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { aiAnswers, aiAnswerSources } from './schema.server.ts'

export type Answer = typeof aiAnswers.$inferSelect
export type AnswerSource = typeof aiAnswerSources.$inferSelect

/** An answer of a conversation that this person can reach, to show why the assistant said it. */
export function findReachableAnswer(
  db: TenantDb,
  actor: Actor,
  answerId: number,
): Answer | undefined {
  const answer = db.select().from(aiAnswers).where(eq(aiAnswers.id, answerId)).get()
  if (!answer?.conversationId) return undefined
  return findReachable(db, actor, answer.conversationId) ? answer : undefined
}

/** The passages an answer was given, as they stood then; `isCited` marks what it rests on. */
export function listAnswerSources(db: TenantDb, answerId: number): AnswerSource[] {
  return db
    .select()
    .from(aiAnswerSources)
    .where(and(eq(aiAnswerSources.answerId, answerId)))
    .orderBy(asc(aiAnswerSources.number))
    .all()
}
