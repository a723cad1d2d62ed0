import { detectLanguage } from '#app/ai/builtin/language.ts'
import { handOver } from '#app/domain/answers/hand-over.server.ts'
import type { HandOverReason } from '#app/domain/answers/hand-over.server.ts'
import { getSpend, isBudgetUsedUp, markStopped } from '#app/domain/answers/spend.server.ts'
import { findThread } from '#app/domain/answers/thread.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { findTurnProblem } from '#app/domain/answers/turn.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { isVip } from '#app/domain/contacts/vip.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ReplyDeps } from './deps.ts'
import { writeDraft } from './draft.server.ts'
import { handOverTexts, judgeTurn } from './policy.ts'
import { toTurnText } from './question.ts'
import { drop, findObstacle, settleTurn } from './settle.server.ts'
import { watchTurn } from './watch.server.ts'

/** A customer who edits a message gets an answer to the new words, after a moment. */
const REWRITE_AFTER_MS = 1_500

/**
 * Job `ai.answer`: answers what a customer has written and nobody has answered, or hands the
 * conversation to a person. Whatever happens on the way, the answer, its record and the end of
 * the job are one transaction, so a turn is answered at most once.
 */
export async function answerTurn(
  db: TenantDb,
  deps: ReplyDeps,
  payload: { conversationId: number },
  job: JobContext,
): Promise<JobOutcome> {
  try {
    return await tryTurn(db, deps, payload.conversationId, job)
  } catch (error) {
    if (!job.isLastAttempt) throw error
    const thread = findThread(db, payload.conversationId)
    const isWanted = thread && !findTurnProblem(thread, getCompany(db), Date.now())
    if (isWanted) job.complete(() => handOverNow(db, thread, 'no_answer'))
    throw error
  }
}

async function tryTurn(
  db: TenantDb,
  deps: ReplyDeps,
  conversationId: number,
  job: JobContext,
): Promise<JobOutcome> {
  const thread = findThread(db, conversationId)
  const company = getCompany(db)
  if (!thread || findTurnProblem(thread, company, Date.now())) return
  const judged = judgeTurn(thread)
  if (judged === 'nothing_to_answer') return
  const verdict = isVip(db, thread.conversation.contactId) ? 'vip' : judged
  if (verdict !== 'answer') return job.complete(() => handOverNow(db, thread, verdict))
  if (isBudgetUsedUp(company, getSpend(db, company, Date.now()))) {
    return job.complete(() => stopForBudget(db, thread, company))
  }
  if (deps.mayAnswer && !deps.mayAnswer(db))
    return job.complete(() => handOverNow(db, thread, 'plan_used_up'))
  return writeAndSettle(db, deps, { thread, company }, job)
}

async function writeAndSettle(
  db: TenantDb,
  deps: ReplyDeps,
  { thread, company }: { thread: Thread; company: Company },
  job: JobContext,
): Promise<JobOutcome> {
  const watch = watchTurn(db, thread)
  const signal = AbortSignal.any([watch.signal, deps.stopping])
  const draft = await writeDraft(db, deps, {
    ...{ thread, company, now: Date.now(), signal },
  }).finally(watch.stop)
  if (deps.stopping.aborted && draft.error === 'cancelled') return { retryAfterMs: 0 }
  const now = Date.now()
  const { writer, error } = draft
  const about = {
    ...{ tenant: tenantIdOf(db), conversationId: thread.conversation.id, writer, error },
  }
  if (findObstacle(db, thread, now) === 'message_changed') {
    const dropped = drop(db, thread, draft, { reason: 'message_changed', now })
    deps.note({ ...about, ...dropped }, 'answer')
    return { retryAfterMs: REWRITE_AFTER_MS }
  }
  job.complete(() => {
    const settled = settleTurn(db, thread, draft, now)
    const { costMicros, latencyMs, requestId } = draft.result
    deps.note({ ...about, ...settled, costMicros, latencyMs, requestId }, 'answer')
  })
}

function handOverNow(db: TenantDb, thread: Thread, reason: HandOverReason): void {
  const fallback = thread.contact.language ?? getCompany(db).language
  const language = detectLanguage(toTurnText(thread.turn), fallback)
  const text = translator(language)(handOverTexts[reason])
  handOver(db, thread.conversation.id, { reason, text })
}

/** The budget stops the assistant until the month turns or the owner raises it. */
function stopForBudget(db: TenantDb, thread: Thread, company: Company): void {
  const now = Date.now()
  const { month } = getSpend(db, company, now)
  markStopped(db, month, now)
  const event = {
    kind: 'ai_stopped',
    actor: { kind: 'system' },
    data: { reason: 'budget_used_up', month },
  } as const
  recordEvent(db, thread.conversation.id, event)
  handOverNow(db, thread, 'budget_used_up')
}
