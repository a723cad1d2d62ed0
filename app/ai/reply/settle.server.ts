import { eq } from 'drizzle-orm'
import { unsourced } from '#app/domain/answers/claim.ts'
import { carryOut, leaveUndone } from '#app/ai/tools/carry-out.server.ts'
import { isKnownLanguage } from '#app/ai/builtin/language.ts'
import { handOver } from '#app/domain/answers/hand-over.server.ts'
import type { HandOverReason } from '#app/domain/answers/hand-over.server.ts'
import { recordAnswer } from '#app/domain/answers/record.server.ts'
import type { NewAnswer } from '#app/domain/answers/record.server.ts'
import { aiAnswers } from '#app/domain/answers/schema.server.ts'
import { monthOf } from '#app/domain/answers/spend.server.ts'
import { findThread } from '#app/domain/answers/thread.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { findTurnChange, findTurnProblem } from '#app/domain/answers/turn.ts'
import type { TurnChange, TurnProblem } from '#app/domain/answers/turn.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { channelRules, isChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Draft } from './draft.server.ts'
import { handOverTexts } from './policy.ts'
import { toTurnText } from './question.ts'
import { fitReply } from './reply-text.ts'

const REPLY_CHARACTERS_MAX = 4_096

export type Settled = {
  answerId: number
  outcome: 'sent' | 'handed_over' | 'dropped' | 'failed'
  reason: string | null
}

/** What stands in the way of an answer to a turn that was read a while ago. */
export function findObstacle(
  db: TenantDb,
  before: Thread,
  now: number,
): TurnChange | TurnProblem | undefined {
  const after = findThread(db, before.conversation.id)
  if (!after) return 'conversation_closed'
  // What happened says more than the state it led to: a reply also pauses the assistant.
  return findTurnChange(before, after) ?? findTurnProblem(after, getCompany(db), now)
}

/**
 * Ends a turn in one transaction: looks once more whether the answer is still wanted, then
 * sends it, hands over, or drops it, and stores what was written, seen and paid either way.
 */
export function settleTurn(db: TenantDb, thread: Thread, draft: Draft, now: number): Settled {
  return inTransaction(db, () => {
    const obstacle = findObstacle(db, thread, now)
    if (obstacle) return drop(db, thread, draft, { reason: obstacle, now })
    const reason = reasonToHandOver(draft, getCompany(db).aiThreshold)
    if (reason) return handOverTurn(db, thread, draft, { reason, now })
    return send(db, thread, draft, now)
  })
}

/** Stores an answer that nobody will read. */
export function drop(
  db: TenantDb,
  thread: Thread,
  draft: Draft,
  order: { reason: string; now: number },
): Settled {
  const { reason, now } = order
  const answerId = recordAnswer(db, toRow(db, thread, draft, { outcome: 'dropped', reason, now }))
  return { answerId, outcome: 'dropped', reason }
}

export function reasonToHandOver(draft: Draft, threshold: number): HandOverReason | undefined {
  if (draft.writer === 'none') return 'no_answer'
  if (draft.handOver) return 'assistant_asked'
  if (draft.confidence < threshold) return 'low_confidence'
  return unsourced(draft.claims).length > 0 ? 'unsourced_claim' : undefined
}

function handOverTurn(
  db: TenantDb,
  thread: Thread,
  draft: Draft,
  order: { reason: HandOverReason; now: number },
): Settled {
  const { reason, now } = order
  const calls = carryOut(db, draft.calls)
  const row = { ...toRow(db, thread, draft, { outcome: 'handed_over', reason, now }), calls }
  const answerId = recordAnswer(db, row)
  const text = toHandOverText(thread, draft, reason)
  const details = draft.handOverReason
  const done = handOver(db, thread.conversation.id, { reason, text, answerId, details, now })
  if (done.ok && done.messageId !== undefined) link(db, answerId, { messageId: done.messageId })
  return { answerId, outcome: 'handed_over', reason }
}

/** Our own sentence, unless only the model speaks the customer's language. */
function toHandOverText(thread: Thread, draft: Draft, reason: HandOverReason): string {
  const isSayable = draft.reply !== '' && unsourced(draft.claims).length === 0
  const isTheirs = draft.handOver && isSayable && !isKnownLanguage(toTurnText(thread.turn))
  return isTheirs ? draft.reply : translator(draft.language)(handOverTexts[reason])
}

function send(db: TenantDb, thread: Thread, draft: Draft, now: number): Settled {
  const { id: conversationId, channel } = thread.conversation
  const limit = isChannelKind(channel) ? channelRules[channel].textMax : REPLY_CHARACTERS_MAX
  const text = fitReply(draft.reply, limit)
  const calls = carryOut(db, draft.calls)
  const row = { ...toRow(db, thread, draft, { outcome: 'sent', reason: null, now }), calls }
  const answerId = recordAnswer(db, row)
  const author = { kind: 'ai' as const, answerId }
  const idempotencyKey = `answer:${answerId}`
  const queued = queueMessage(db, { conversationId, author, text, idempotencyKey, now })
  if (queued.ok) {
    link(db, answerId, { messageId: queued.messageId })
    return { answerId, outcome: 'sent', reason: null }
  }
  link(db, answerId, { outcome: 'failed', outcomeReason: queued.reason })
  return { answerId, outcome: 'failed', reason: queued.reason }
}

function link(
  db: TenantDb,
  answerId: number,
  change: Partial<Pick<typeof aiAnswers.$inferInsert, 'messageId' | 'outcome' | 'outcomeReason'>>,
): void {
  db.update(aiAnswers).set(change).where(eq(aiAnswers.id, answerId)).run()
}

export function toRow(
  db: TenantDb,
  thread: Thread,
  draft: Draft,
  end: { outcome: NewAnswer['outcome']; reason: string | null; now: number },
): NewAnswer {
  const { result, passages, cited } = draft
  const { usage } = result
  const company = getCompany(db)
  return {
    ...{ conversationId: thread.conversation.id, turnMessageId: thread.turn.at(-1)?.id ?? null },
    ...{ outcome: end.outcome, outcomeReason: end.reason, writer: draft.writer },
    ...{
      model: draft.writer === 'model' ? result.model : null,
      reply: draft.reply,
      confidence: draft.confidence,
    },
    modelConfidence: draft.writer === 'model' ? draft.ownConfidence : null,
    retrievalScore: draft.retrievalScore,
    threshold: company.aiThreshold,
    handOver: end.outcome === 'handed_over' ? 1 : 0,
    handOverReason: draft.handOverReason,
    inputTokens: usage.input + usage.cacheRead + usage.cacheWrite,
    outputTokens: usage.output,
    cachedInputTokens: usage.cacheRead,
    ...{ costMicros: result.costMicros, latencyMs: result.latencyMs },
    ...{ error: draft.error, passages, cited, now: end.now },
    ...{ claims: draft.claims, rejected: draft.rejected, calls: leaveUndone(draft.calls) },
    month: monthOf(end.now, company.timeZone),
  }
}
