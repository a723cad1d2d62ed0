import type { ModelAnswer } from '#app/ai/model/answer-format.ts'
import type { ModelResult } from '#app/ai/model/client.server.ts'
import { addUsage } from '#app/ai/model/cost.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { toRepairPrompt } from '#app/ai/prompt/repair.ts'
import { unsourced } from '#app/domain/answers/claim.ts'
import type { CheckedClaim, Rejected } from '#app/domain/answers/claim.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { checkReply } from './claim-sources.ts'
import type { Grounds } from './claim-sources.ts'
import type { ReplyDeps } from './deps.ts'
import { leaksPrompt } from './leak.ts'
import { isParroted } from './parrot.ts'
import { hasForeignLink, toPlainReply } from './reply-text.ts'

/** An answer of the model that may be looked at: plain text, nothing of ours quoted. */
export type CheckedAnswer = Omit<ModelAnswer, 'sources'> & {
  cited: number[]
  claims: CheckedClaim[]
}

export type Asked = {
  /** all requests together: what they cost and took */
  result: ModelResult
  rejected: Rejected | null
} & ({ ok: true; answer: CheckedAnswer } | { ok: false; reason: ModelFailureReason })

type Order = { company: Company; grounds: Grounds; signal: AbortSignal | undefined }

/**
 * Asks the model, looks up everything its reply names, and asks once more when something stands
 * nowhere. What the second reply still makes up is left in `claims` for the caller to stop.
 */
export async function askModel(deps: ReplyDeps, order: Order): Promise<Asked> {
  const { grounds, signal } = order
  const result = await deps.model.ask(grounds.prompt, signal)
  const first = readAnswer(result, order)
  if (!first.ok) return { ...first, result, rejected: null }
  const lacking = unsourced(first.answer.claims)
  const { handOver, confidence } = first.answer
  // What is handed over anyway is said in our own sentence, not in this one.
  const isUnsaid = handOver || confidence < order.company.aiThreshold
  if (lacking.length === 0 || isUnsaid) return { ...first, result, rejected: null }
  const again = await deps.model.ask(toRepairPrompt(grounds.prompt, lacking), signal)
  const both = { ...result, ...addUp(result, again) }
  const rejected = { reply: first.answer.reply, claims: first.answer.claims }
  const second = readAnswer(again, order)
  if (!again.ok && again.reason === 'cancelled') return { ...again, result: both, rejected }
  return { ...(second.ok ? second : first), result: both, rejected }
}

type Read = { ok: true; answer: CheckedAnswer } | { ok: false; reason: ModelFailureReason }

/** Well-formed is not enough: our own instructions and links from nowhere do not go out. */
function readAnswer(result: ModelResult, { company, grounds }: Order): Read {
  if (!result.ok) return { ok: false, reason: result.reason }
  const { sources, ...answer } = result.answer
  const reply = toPlainReply(answer.reply)
  if (reply === '' && !answer.handOver) return { ok: false, reason: 'empty' }
  if (leaksPrompt(answer.reply, grounds.prompt)) return { ok: false, reason: 'leaked_prompt' }
  const { passages, thread } = grounds
  const isSilly = isParroted(reply, thread.turn.map(({ text }) => text ?? '').join('\n'), passages)
  if (isSilly && !answer.handOver) return { ok: false, reason: 'parroted' }
  const known = [
    ...passages.map(({ title, text, url }) => `${title} ${text} ${url ?? ''}`),
    ...[company.website ?? '', company.description, company.aiInstructions],
  ]
  if (hasForeignLink(answer.reply, known)) return { ok: false, reason: 'unsourced_link' }
  const claims = checkReply(reply, sources, grounds)
  return { ok: true, answer: { ...answer, reply, cited: sources, claims } }
}

function addUp(first: ModelResult, second: ModelResult) {
  return {
    usage: addUsage(first.usage, second.usage),
    costMicros: first.costMicros + second.costMicros,
    latencyMs: first.latencyMs + second.latencyMs,
    requestId: second.requestId ?? first.requestId,
  }
}
