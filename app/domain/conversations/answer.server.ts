import type { Actor } from '#app/domain/members/permissions.ts'
import { findAnsweredMeanwhile } from '#app/domain/viewers/answered-meanwhile.server.ts'
import type { AnsweredMeanwhile } from '#app/domain/viewers/answered-meanwhile.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { QueueMessageResult } from './outbound.ts'
import { isQueued } from './queue-message.server.ts'
import { findReachable } from './reach.server.ts'
import { replyAsMember } from './reply.server.ts'
import type { MemberReply } from './reply.server.ts'

export type AnswerResult =
  QueueMessageResult | { ok: false; reason: 'answered_meanwhile'; answered: AnsweredMeanwhile }

/**
 * A member answers from a page: where a colleague has answered meanwhile it is not sent but asked
 * about, once for each such answer.
 *
 * @param meanwhile what the page showed, and the answer its member was asked about before
 */
export function answerAsMember(
  db: TenantDb,
  actor: Actor,
  { meanwhile, ...reply }: MemberReply & { meanwhile: { seenId?: number; confirmedId?: number } },
): AnswerResult {
  return inTransaction(db, () => {
    const { conversationId, sendKey } = reply
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const isRepeat = sendKey && isQueued(db, conversationId, `member:${actor.id}:${sendKey}`)
    const answered = isRepeat
      ? undefined
      : findAnsweredMeanwhile(db, actor.id, { conversationId, ...meanwhile })
    if (answered) return { ok: false, reason: 'answered_meanwhile', answered }
    return replyAsMember(db, actor, reply)
  })
}
