import { toPrompt } from '#app/ai/prompt/prompt.ts'
import { createModel } from '#app/ai/model/client.server.ts'
import type { ModelPrompt } from '#app/ai/model/client.server.ts'
import { leaveUndone } from '#app/ai/tools/carry-out.server.ts'
import type { ToolCall } from '#app/domain/answers/tool-call.ts'
import type { CheckedClaim, Rejected } from '#app/domain/answers/claim.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { addSpend, getSpend, isBudgetUsedUp, monthOf } from '#app/domain/answers/spend.server.ts'
import type { Thread, ThreadMessage } from '#app/domain/answers/thread.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Found, ReplyDeps } from './deps.ts'
import { writeDraft } from './draft.server.ts'
import type { Draft } from './draft.server.ts'
import { handOverTexts, judgeTurn } from './policy.ts'
import type { Verdict } from './policy.ts'
import { toSearchText, toTextBefore, toTurnText } from './question.ts'
import { reasonToHandOver } from './settle.server.ts'

/** One message of a made-up conversation. */
export type TriedMessage = { by: 'customer' | 'assistant'; text: string }

/** A passage as retrieval weighed it. */
export type WeighedPassage = UsedPassage & {
  isCited: boolean
  /** share of the best its words could earn, 0..1; and likeness of meaning, -1..1 */
  wordScore: number | null
  cosine: number | null
}

export type TryOut =
  | {
      ok: true
      /** what the customer would read */
      reply: string
      /** why a person would take over; null when the reply would go out */
      handOverReason: string | null
      writer: Draft['writer']
      /** why the model did not write */
      error: Draft['error']
      confidence: number
      threshold: number
      search: string
      retrievalScore: number
      corrections: { from: string; to: string }[]
      passages: WeighedPassage[]
      /** what the reply names, and where it stands */
      claims: CheckedClaim[]
      /** what was written first and may not be said */
      rejected: Rejected | null
      /** what the model looked up, and what it would have had done */
      calls: ToolCall[]
      prompt: ModelPrompt
      model: string
      usage: { input: number; cacheRead: number; cacheWrite: number; output: number }
      /** millionths of a US dollar */
      costMicros: number
      retrievalMs: number
      modelMs: number
      totalMs: number
    }
  | { ok: false; reason: 'nothing_to_answer' | 'budget_used_up' | 'plan_used_up' }

/**
 * Answers a made-up conversation the way a real one is answered, and tells everything about how.
 * No conversation, contact, message or answer is stored and nobody is written to; what the model
 * costs counts towards the month.
 *
 * @param request.company settings that are tried without being saved
 */
export async function tryOut(
  db: TenantDb,
  deps: ReplyDeps,
  request: { messages: TriedMessage[]; company?: Partial<Company>; signal?: AbortSignal },
): Promise<TryOut> {
  const thread = toThread(request.messages)
  const verdict = judgeTurn(thread)
  if (verdict === 'nothing_to_answer') return { ok: false, reason: verdict }
  const company = { ...getCompany(db), ...request.company }
  const now = Date.now()
  if (isBudgetUsedUp(company, getSpend(db, company, now)))
    return { ok: false, reason: 'budget_used_up' }
  if (deps.mayAnswer?.(db) === false) return { ok: false, reason: 'plan_used_up' }
  // As for real: what the company's rules decide is decided before anybody is asked.
  const isDecided = verdict !== 'answer'
  const seen = watchRetrieval(isDecided ? { ...deps, ...nobody(deps) } : deps)
  const draft = await writeDraft(db, seen.deps, { thread, company, now, signal: request.signal })
  const { costMicros, usage, model, latencyMs } = draft.result
  if (costMicros > 0) addSpend(db, monthOf(now, company.timeZone), { costMicros, answers: 0 })
  const { earlier, turn } = thread
  const { passages, writer, error, confidence, retrievalScore } = draft
  const found = seen.found()
  return {
    ok: true,
    ...toOutcome(draft, { verdict, threshold: company.aiThreshold }),
    ...{
      writer,
      error: isDecided ? null : error,
      confidence,
      threshold: company.aiThreshold,
      retrievalScore,
    },
    search: toSearchText(toTurnText(turn), toTextBefore(earlier)),
    corrections: found?.corrections ?? [],
    passages: passages.map((passage) => weigh(passage, draft, found)),
    ...{ claims: draft.claims, rejected: draft.rejected },
    calls: leaveUndone(draft.calls),
    prompt: toPrompt({
      ...{ company, earlier, turn, now },
      passages: passages.slice(0, draft.givenPassages),
    }),
    ...{ model, usage, costMicros, retrievalMs: seen.tookMs(), modelMs: latencyMs },
    totalMs: Date.now() - now,
  }
}

/** What would become of it, by the rules of a real turn. */
function toOutcome(
  draft: Draft,
  { verdict, threshold }: { verdict: Verdict; threshold: number },
): { reply: string; handOverReason: string | null } {
  const before = verdict === 'answer' || verdict === 'nothing_to_answer' ? undefined : verdict
  const reason = before ?? reasonToHandOver(draft, threshold)
  if (!reason) return { reply: draft.reply, handOverReason: null }
  const own = reason === 'assistant_asked' ? draft.reply : ''
  const said = own || translator(draft.language)(handOverTexts[reason])
  return { reply: said, handOverReason: reason }
}

/** The last words of the customer are what is asked; all before is what was said. */
function toThread(messages: TriedMessage[]): Thread {
  const all = messages.map(({ by, text }, index): ThreadMessage => {
    const facts = { id: index + 1, type: 'text', editedAt: null, at: Date.now() } as const
    return { ...facts, text, isInbound: by === 'customer' }
  })
  const from = all.findLastIndex(({ isInbound }) => !isInbound) + 1
  return {
    conversation: {
      ...{ id: 0, contactId: 0, channel: 'web-chat', status: 'new', aiState: 'on' },
      needsPersonAt: null,
    },
    contact: { name: '', language: null, blockedAt: null },
    ...{ earlier: all.slice(0, from), turn: all.slice(from), lastOutboundId: from },
  }
}

/** Finds nothing and asks no model. */
function nobody(deps: ReplyDeps): Pick<ReplyDeps, 'model' | 'retrieve'> {
  const { model } = deps.model.status()
  return {
    model: createModel({ apiKey: undefined, baseUrl: '', model }),
    retrieve: () => Promise.resolve({ passages: [], confidence: 0 }),
  }
}

function watchRetrieval(deps: ReplyDeps) {
  let found: Found | undefined
  let tookMs = 0
  const retrieve: ReplyDeps['retrieve'] = async (db, question, options) => {
    const startedAt = performance.now()
    found = await deps.retrieve(db, question, options)
    tookMs = Math.round(performance.now() - startedAt)
    return found
  }
  return { deps: { ...deps, retrieve }, found: () => found, tookMs: () => tookMs }
}

function weigh(passage: UsedPassage, draft: Draft, found: Found | undefined): WeighedPassage {
  const weighed = found?.passages.find(({ id }) => id === passage.passageId)
  return {
    ...passage,
    isCited: draft.cited.includes(passage.number),
    wordScore: weighed?.wordScore ?? null,
    cosine: weighed?.cosine ?? null,
  }
}
