import { and, desc, eq, gt, isNotNull, ne, or, sql } from 'drizzle-orm'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Who reads an answer needs this long to take it in: a newer one may have been missed. */
const JUST_MS = 15_000
/** An unseen answer older than this is no surprise that calls for a question. */
const UNSEEN_MAX_MS = 10 * 60_000

export type AnsweredMeanwhile = { messageId: number; by: string; agoMs: number }

/**
 * A colleague's answer that whoever sends now cannot have taken into account: it came in the last
 * seconds, or their page did not show it. What they sent after it, or said yes to, is no question.
 *
 * @param seenId the newest message their page showed; undefined: not told
 * @param confirmedId the answer they were asked about before
 */
export function findAnsweredMeanwhile(
  db: TenantDb,
  memberId: number,
  sending: { conversationId: number; seenId?: number; confirmedId?: number; now?: number },
): AnsweredMeanwhile | undefined {
  const { conversationId, seenId, confirmedId = 0, now = Date.now() } = sending
  const unseen =
    seenId === undefined
      ? undefined
      : and(gt(messages.id, seenId), gt(messages.createdAt, now - UNSEEN_MAX_MS))
  const lastOwn = sql`coalesce((select max(own.id) from messages own
    where own.conversation_id = ${conversationId} and own.author_member_id = ${memberId}), 0)`
  const row = db
    .select({ messageId: messages.id, by: members.name, at: messages.createdAt })
    .from(messages)
    .innerJoin(members, eq(members.id, messages.authorMemberId))
    .where(
      and(
        ...[eq(messages.conversationId, conversationId), eq(messages.direction, 'outbound')],
        ...[isNotNull(messages.authorMemberId), ne(messages.authorMemberId, memberId)],
        ...[gt(messages.id, confirmedId), gt(messages.id, lastOwn)],
        or(unseen, gt(messages.createdAt, now - JUST_MS)),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(1)
    .get()
  return row && { messageId: row.messageId, by: row.by, agoMs: Math.max(0, now - row.at) }
}
