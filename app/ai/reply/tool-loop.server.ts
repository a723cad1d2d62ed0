import type Anthropic from '@anthropic-ai/sdk'
import type { ModelPrompt, ModelResult } from '#app/ai/model/client.server.ts'
import { addUsage } from '#app/ai/model/cost.ts'
import type { ModelStep, ToolUse } from '#app/ai/model/read-message.ts'
import { callTool } from '#app/ai/tools/call-tool.server.ts'
import type { OfferedTool } from '#app/ai/tools/offer.server.ts'
import type { PlannedCall, ToolScope } from '#app/ai/tools/tool.ts'
import type { ReplyDeps } from './deps.ts'

/** Requests in which tools may be asked for; the one after them is for the answer. */
const ROUNDS_MAX = 5
const CALLS_MAX = 10
/** Nothing more is looked up after it; the customer waits. */
const LOOKING_UP_MS = 20_000
/** All requests together, well inside a job's lease. */
const TALK_MS = 45_000

export type Talk = {
  result: ModelResult
  calls: PlannedCall[]
  /** what was said to and by tools, for asking on */
  exchange: Anthropic.MessageParam[]
  /** the best that a search by the model was worth, 0..1 */
  searchConfidence: number
  /** why a person is needed, when the model called for one */
  wantsPerson: string | null
}

type Order = {
  prompt: ModelPrompt
  tools: OfferedTool[]
  scope: ToolScope
  signal: AbortSignal | undefined
}

/**
 * Asks the model and carries out what it asks for, until it answers: a limited number of rounds,
 * calls and seconds. What a tool finds is told to the model as data; passages that a search finds
 * are added to the scope.
 */
export async function talk(deps: ReplyDeps, order: Order): Promise<Talk> {
  const deadline = AbortSignal.timeout(TALK_MS)
  const signal = order.signal ? AbortSignal.any([order.signal, deadline]) : deadline
  const startedAt = performance.now()
  const state: Omit<Talk, 'result'> = {
    ...{ calls: [], exchange: [], searchConfidence: 0, wantsPerson: null },
  }
  let total: ModelResult<ModelStep> | undefined
  for (let round = 1; ; round += 1) {
    const isLate = performance.now() - startedAt > LOOKING_UP_MS
    const isLast = round > ROUNDS_MAX || isLate || state.calls.length >= CALLS_MAX
    const step = await ask(deps, { ...order, signal }, { exchange: state.exchange, isLast })
    total = total ? addResults(total, step) : step
    const isOurs = deadline.aborted && order.signal?.aborted !== true
    if (!step.ok && step.reason === 'cancelled' && isOurs)
      return { ...state, result: { ...total, ok: false, reason: 'timeout' } }
    if (!step.ok) return { ...state, result: { ...total, ok: false, reason: step.reason } }
    const said = step.answer
    if (said.kind === 'answer')
      return { ...state, result: { ...total, ok: true, answer: said.answer } }
    const results = await answerCalls(deps, order.scope, { uses: said.calls, state })
    state.exchange.push(said.said, { role: 'user', content: results })
  }
}

/** The same once more, with nothing left to look up. */
export async function askOn(
  deps: ReplyDeps,
  order: Order,
  exchange: Talk['exchange'],
): Promise<ModelResult> {
  const step = await ask(deps, order, { exchange, isLast: true })
  if (!step.ok) return step
  const said = step.answer
  // A last request never ends in calls.
  if (said.kind === 'calls') return { ...step, ok: false, reason: 'tool_loop' }
  return { ...step, answer: said.answer }
}

function ask(
  deps: ReplyDeps,
  { prompt, tools, scope, signal }: Order,
  talked: { exchange: Talk['exchange']; isLast: boolean },
): Promise<ModelResult<ModelStep>> {
  const passageCount = scope.passages.length
  return deps.model.step({ ...prompt, passageCount }, { tools, ...talked }, signal)
}

/** Every call is answered, in one message and in the order asked, as the vendor wants it. */
async function answerCalls(
  deps: ReplyDeps,
  scope: ToolScope,
  { uses, state }: { uses: ToolUse[]; state: Omit<Talk, 'result'> },
): Promise<Anthropic.ToolResultBlockParam[]> {
  const results: Anthropic.ToolResultBlockParam[] = []
  for (const use of uses) {
    const answer = (content: string, isError: boolean) =>
      results.push({
        ...{ type: 'tool_result', tool_use_id: use.id, content },
        ...(isError && { is_error: true }),
      })
    if (state.calls.length >= CALLS_MAX) {
      answer('No more calls: write the reply now.', true)
      continue
    }
    const note = (error: unknown) => deps.note({ err: error }, 'tool failed')
    const { call, run } = await callTool(scope, use, { earlier: state.calls, note })
    state.calls.push(call)
    if (run.ok && run.found) {
      scope.passages.push(...run.found.passages)
      state.searchConfidence = Math.max(state.searchConfidence, run.found.confidence)
    }
    if (run.ok && run.wantsPerson) state.wantsPerson ??= run.wantsPerson
    answer(call.result, !run.ok)
  }
  return results
}

/** What several requests cost and took together; whether it worked out is told by the last. */
export function addResults<T, U>(first: ModelResult<T>, second: ModelResult<U>): ModelResult<U> {
  return {
    ...second,
    usage: addUsage(first.usage, second.usage),
    costMicros: first.costMicros + second.costMicros,
    latencyMs: first.latencyMs + second.latencyMs,
    requestId: second.requestId ?? first.requestId,
  }
}
