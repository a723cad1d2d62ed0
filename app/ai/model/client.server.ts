import Anthropic from '@anthropic-ai/sdk'
import { answerFormat, parseModelAnswer } from './answer-format.ts'
import type { ModelAnswer } from './answer-format.ts'
import { createBreaker } from './breaker.ts'
import { noUsage, toCostMicros } from './cost.ts'
import type { Usage } from './cost.ts'
import { toFailureReason, toRetryAfterMs } from './failure.ts'
import type { ModelFailureReason } from './failure.ts'

/** Well inside a job's lease, and short enough that a customer still waits. */
const TIMEOUT_MS = 20_000
/** Some models think before they write, and that counts too. */
const MAX_OUTPUT_TOKENS = 4_000

export type ModelOptions = {
  /** without one, every request fails with `no_key` and nothing leaves the machine */
  apiKey: string | undefined
  /** origin without `/v1` */
  baseUrl: string
  model: string
  timeoutMs?: number
}

export type ModelPrompt = {
  /** the same bytes for every request of a company, so that the vendor can cache it */
  stableSystem: string
  changingSystem: string
  messages: { role: 'user' | 'assistant'; content: string }[]
  /** passages are numbered 1..n */
  passageCount: number
}

export type ModelResult = {
  model: string
  usage: Usage
  costMicros: number
  latencyMs: number
  requestId: string | null
} & ({ ok: true; answer: ModelAnswer } | { ok: false; reason: ModelFailureReason })

export type Model = ReturnType<typeof createModel>

/**
 * The one way to the vendor. One request per answer and no retries inside: a customer waits,
 * and the caller has another assistant to fall back on.
 */
export function createModel(options: ModelOptions) {
  const breaker = createBreaker()
  const client = options.apiKey ? createClient(options, options.apiKey) : undefined

  /** Asks for one answer. Never throws: every trouble is a reason. */
  async function ask(prompt: ModelPrompt, signal?: AbortSignal): Promise<ModelResult> {
    const nothing = { ...{ model: options.model, usage: noUsage, costMicros: 0 } }
    const unasked = { ...nothing, latencyMs: 0, requestId: null, ok: false as const }
    if (!client) return { ...unasked, reason: 'no_key' }
    if (signal?.aborted) return { ...unasked, reason: 'cancelled' }
    if (!breaker.admit()) return { ...unasked, reason: 'resting' }
    const startedAt = performance.now()
    const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    const stop = signal ? AbortSignal.any([signal, timeout]) : timeout
    const took = () => ({ latencyMs: Math.round(performance.now() - startedAt) })
    try {
      const message = await client.messages.create(toRequest(options.model, prompt), {
        signal: stop,
      })
      const result = readMessage(message, prompt.passageCount)
      if (result.ok) breaker.succeed()
      else breaker.fail(result.reason)
      const usage = toUsage(message.usage)
      const costMicros = toCostMicros(options.model, usage)
      const requestId = message._request_id ?? null
      return { ...took(), model: options.model, usage, costMicros, requestId, ...result }
    } catch (error) {
      // The SDK's own timeout ends with the headers; ours covers a body that never comes.
      const reason = signal?.aborted
        ? 'cancelled'
        : timeout.aborted
          ? 'timeout'
          : toFailureReason(error)
      breaker.fail(reason, toRetryAfterMs(error))
      const requestId = error instanceof Anthropic.APIError ? (error.requestID ?? null) : null
      return { ...unasked, ...took(), requestId, reason }
    }
  }

  return {
    ask,
    /** whether answers come from the model just now, and if not, why */
    status: () => ({ hasKey: client !== undefined, model: options.model, ...breaker.status() }),
  }
}

function createClient(options: ModelOptions, apiKey: string): Anthropic {
  return new Anthropic({
    ...{ apiKey, authToken: null, baseURL: options.baseUrl },
    ...{ maxRetries: 0, timeout: options.timeoutMs ?? TIMEOUT_MS },
    // The SDK's debug log would print prompts.
    logLevel: 'off',
  })
}

function toRequest(model: string, prompt: ModelPrompt): Anthropic.MessageCreateParamsNonStreaming {
  return {
    model,
    max_tokens: MAX_OUTPUT_TOKENS,
    system: [
      { type: 'text', text: prompt.stableSystem, cache_control: { type: 'ephemeral' } },
      { type: 'text', text: prompt.changingSystem },
    ],
    messages: prompt.messages,
    output_config: { format: answerFormat },
  }
}

type ReadResult = { ok: true; answer: ModelAnswer } | { ok: false; reason: ModelFailureReason }

/** Blocks that we did not ask for (tool calls, unknown kinds) are passed over. */
function readMessage(message: Anthropic.Message, passageCount: number): ReadResult {
  if (message.stop_reason === 'refusal') return { ok: false, reason: 'refusal' }
  if (message.stop_reason === 'max_tokens') return { ok: false, reason: 'truncated' }
  if (message.stop_reason === 'model_context_window_exceeded') {
    return { ok: false, reason: 'context_exceeded' }
  }
  const texts = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : []))
  if (texts.length === 0) return { ok: false, reason: 'empty' }
  // One text block is the rule; a second one repeats or continues the first.
  for (const text of [texts.join(''), ...texts]) {
    const answer = parseModelAnswer(text, passageCount)
    if (answer) return { ok: true, answer }
  }
  return { ok: false, reason: 'malformed' }
}

function toUsage(usage: Anthropic.Usage): Usage {
  return {
    input: usage.input_tokens,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
    output: usage.output_tokens,
  }
}
