import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { aiAnswers, aiToolCalls } from './schema.server.ts'
import type { ToolCall } from './tool-call.ts'

/** Stores what an answer looked up and did, in the order it was asked for. */
export function recordToolCalls(db: TenantDb, answerId: number, calls: ToolCall[]): void {
  const rows = calls.map((call, ordinal) => ({ ...call, answerId, ordinal }))
  if (rows.length > 0) db.insert(aiToolCalls).values(rows).run()
}

/** How often a tool was used in a conversation since `from` (UTC ms). */
export function countToolCalls(
  db: TenantDb,
  conversationId: number,
  { tool, from }: { tool: string; from: number },
): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(aiAnswers)
    .innerJoin(aiToolCalls, eq(aiToolCalls.answerId, aiAnswers.id))
    .where(
      and(
        eq(aiAnswers.conversationId, conversationId),
        ...[eq(aiToolCalls.tool, tool), gt(aiToolCalls.at, from)],
        eq(aiToolCalls.outcome, 'done'),
      ),
    )
    .get()
  return row?.count ?? 0
}

/** Whether this was done before, for the same words of the same customer. */
export function isEffectDone(db: TenantDb, effectKey: string): boolean {
  const row = db
    .select({ answerId: aiToolCalls.answerId })
    .from(aiToolCalls)
    .where(and(eq(aiToolCalls.effectKey, effectKey), eq(aiToolCalls.outcome, 'done')))
    .get()
  return row !== undefined
}

/** What an answer looked up and did, in order. */
export function listToolCalls(db: TenantDb, answerId: number) {
  return db
    .select()
    .from(aiToolCalls)
    .where(eq(aiToolCalls.answerId, answerId))
    .orderBy(asc(aiToolCalls.ordinal))
    .all()
}
