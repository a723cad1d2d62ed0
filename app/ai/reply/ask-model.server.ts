import type { ModelAnswer } from '#app/ai/model/answer-format.ts'
import type { ModelResult } from '#app/ai/model/client.server.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { toRepairPrompt } from '#app/ai/prompt/repair.ts'
import { offerTools } from '#app/ai/tools/offer.server.ts'
import type { PlannedCall, ToolScope } from '#app/ai/tools/tool.ts'
import { unsourced } from '#app/domain/answers/claim.ts'
import type { CheckedClaim, Rejected } from '#app/domain/answers/claim.ts'
import { checkReply } from './claim-sources.ts'
import type { Grounds } from './claim-sources.ts'
import type { ReplyDeps } from './deps.ts'
import { leaksPrompt } from './leak.ts'
import { isParroted } from './parrot.ts'
import { hasForeignLink, toPlainReply } from './reply-text.ts'
import { addResults, askOn, talk } from './tool-loop.server.ts'
import type { Talk } from './tool-loop.server.ts'

/** An answer of the model that may be looked at: plain text, nothing of ours quoted. */
export type CheckedAnswer = Omit<ModelAnswer, 'sources'> & {
  cited: number[]
  claims: CheckedClaim[]
}

export type Asked = {
  /** all requests together: what they cost and took */
  result: ModelResult
  rejected: Rejected | null
  /** what was looked up, and what is to be done when the answer goes out */
  calls: PlannedCall[]
  searchConfidence: number
} & ({ ok: true; answer: CheckedAnswer } | { ok: false; reason: ModelFailureReason })

type Order = {
  grounds: Omit<Grounds, 'passages' | 'looked'>
  scope: ToolScope
  signal: AbortSignal | undefined
}

/**
 * Asks the model, lets it look up what it needs, looks up everything its reply names, and asks
 * once more when something stands nowhere. What the second reply still makes up is left in
 * `claims` for the caller to stop.
 */
export async function askModel(deps: ReplyDeps, order: Order): Promise<Asked> {
  const { scope, signal } = order
  const { prompt } = order.grounds
  const request = { prompt, scope, signal, tools: offerTools(scope.db, scope.company) }
  const talked = await talk(deps, request)
  const { result, calls, searchConfidence } = talked
  const common = { result, rejected: null, calls, searchConfidence }
  const first = readAnswer(result, order, talked)
  if (!first.ok) return { ...common, ...first }
  const lacking = unsourced(first.answer.claims)
  const { handOver, confidence } = first.answer
  // What is handed over anyway is said in our own sentence, not in this one.
  const isUnsaid = handOver || confidence < scope.company.aiThreshold
  if (lacking.length === 0 || isUnsaid) return { ...common, ...first }
  const repair = { ...request, prompt: toRepairPrompt(prompt, lacking) }
  const again = await askOn(deps, repair, talked.exchange)
  const { reply, claims } = first.answer
  const both = { ...common, result: addResults(result, again), rejected: { reply, claims } }
  const second = readAnswer(again, order, talked)
  if (!again.ok && again.reason === 'cancelled') return { ...both, ok: false, reason: again.reason }
  // As before the first: what it costs counts, and the better wording is the one that is read.
  return { ...both, ...(second.ok ? second : first) }
}

type Read = { ok: true; answer: CheckedAnswer } | { ok: false; reason: ModelFailureReason }

/** Well-formed is not enough: our own instructions and links from nowhere do not go out. */
function readAnswer(result: ModelResult, { grounds, scope }: Order, talked: Talk): Read {
  if (!result.ok) return { ok: false, reason: result.reason }
  const { sources, ...answer } = withPerson(result.answer, talked.wantsPerson)
  const { company, passages } = scope
  const looked = talked.calls.flatMap(({ isSource, result: text }) => (isSource ? [text] : []))
  const reply = toPlainReply(answer.reply)
  if (reply === '' && !answer.handOver) return { ok: false, reason: 'empty' }
  if (leaksPrompt(answer.reply, grounds.prompt)) return { ok: false, reason: 'leaked_prompt' }
  const said = grounds.thread.turn.map(({ text }) => text ?? '').join('\n')
  const isSilly = isParroted(reply, said, passages)
  if (isSilly && !answer.handOver) return { ok: false, reason: 'parroted' }
  const known = [
    ...passages.map(({ title, text, url }) => `${title} ${text} ${url ?? ''}`),
    ...[company.website ?? '', company.description, company.aiInstructions, ...looked],
  ]
  if (hasForeignLink(answer.reply, known)) return { ok: false, reason: 'unsourced_link' }
  const claims = checkReply(reply, sources, { ...grounds, passages, looked })
  return { ok: true, answer: { ...answer, reply, cited: sources, claims } }
}

/** Who called for a person has done so, whatever the reply says of it. */
function withPerson(answer: ModelAnswer, wantsPerson: string | null): ModelAnswer {
  if (wantsPerson === null) return answer
  return { ...answer, handOver: true, handOverReason: answer.handOverReason ?? wantsPerson }
}
