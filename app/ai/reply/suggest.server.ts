import { unsourced } from '#app/domain/answers/claim.ts'
import { recordAnswer } from '#app/domain/answers/record.server.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { getSpend, isBudgetUsedUp } from '#app/domain/answers/spend.server.ts'
import { findThread } from '#app/domain/answers/thread.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ReplyDeps } from './deps.ts'
import { writeDraft } from './draft.server.ts'
import { toTurnText } from './question.ts'
import { toRow } from './settle.server.ts'

export type Suggestion =
  | {
      ok: true
      answerId: number
      text: string
      writer: 'model' | 'builtin'
      /** 0..1 */
      confidence: number
      /** the passages it rests on */
      sources: UsedPassage[]
      /** what it names and stands nowhere: to be looked at before it is sent */
      unsourced: string[]
    }
  | { ok: false; reason: 'not_found' | 'nothing_to_answer' | 'budget_used_up' | 'no_suggestion' }

/**
 * Writes what the assistant would answer to the customer's newest words, for a member to send,
 * change or leave. It works while the assistant is paused and sends nothing by itself.
 */
export async function suggestReply(
  db: TenantDb,
  deps: ReplyDeps,
  request: { conversationId: number; memberId: number; signal?: AbortSignal },
): Promise<Suggestion> {
  const thread = findNewestTurn(db, request.conversationId)
  if (!thread) return { ok: false, reason: 'not_found' }
  if (toTurnText(thread.turn) === '') return { ok: false, reason: 'nothing_to_answer' }
  const company = getCompany(db)
  const now = Date.now()
  if (isBudgetUsedUp(company, getSpend(db, company, now))) {
    return { ok: false, reason: 'budget_used_up' }
  }
  const draft = await writeDraft(db, deps, { thread, company, now, signal: request.signal })
  const requestedByMemberId = request.memberId
  const end = { outcome: 'suggested', reason: draft.handOverReason, now } as const
  const answerId = inTransaction(db, () =>
    recordAnswer(db, { ...toRow(db, thread, draft, end), requestedByMemberId }),
  )
  if (draft.writer === 'none' || draft.reply === '') return { ok: false, reason: 'no_suggestion' }
  const sources = draft.passages.filter(({ number }) => draft.cited.includes(number))
  const { reply: text, writer, confidence } = draft
  const lacking = unsourced(draft.claims).map((claim) => claim.text)
  return { ok: true, answerId, text, writer, confidence, sources, unsourced: lacking }
}

/** Where everything is answered, the turn is what the customer said last. */
function findNewestTurn(db: TenantDb, conversationId: number): Thread | undefined {
  const thread = findThread(db, conversationId)
  if (!thread || thread.turn.length > 0) return thread
  const last = thread.earlier.findLastIndex(({ isInbound }) => isInbound)
  const first = thread.earlier.findLastIndex(({ isInbound }, at) => !isInbound && at < last) + 1
  return {
    ...thread,
    earlier: thread.earlier.slice(0, first),
    turn: last < 0 ? [] : thread.earlier.slice(first, last + 1),
  }
}
