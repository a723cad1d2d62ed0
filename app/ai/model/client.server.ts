import Anthropic from '@anthropic-ai/sdk'
import { answerFormat, parseModelAnswer } from './answer-format.ts'
import type { ModelAnswer } from './answer-format.ts'
import { createBreaker } from './breaker.ts'
import { noUsage, toCostMicros } from './cost.ts'
import type { Usage } from './cost.ts'
import { toFailureReason, toRetryAfterMs } from './failure.ts'
import type { ModelFailureReason } from './failure.ts'
import { readMessage, readStep } from './read-message.ts'
import type { ModelStep, ReadResult, ToolTalk } from './read-message.ts'

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
  /** hears of every request that was made, and what it cost */
  onAsked?: (outcome: ModelResult<unknown>) => void
}

export type ModelPrompt = {
  /** the same bytes for every request of a company, so that the vendor can cache it */
  stableSystem: string
  changingSystem: string
  messages: { role: 'user' | 'assistant'; content: string }[]
  /** passages are numbered 1..n */
  passageCount: number
  /** a word that stands nowhere but in this company's prompt */
  reference?: string
}

/** What a model is asked to fill in, whatever it is for. */
export type ModelTask<T> = Omit<ModelPrompt, 'passageCount' | 'reference'> & {
  format: Anthropic.JSONOutputFormat
  /** undefined when the text is not what was asked for */
  parse: (text: string) => T | undefined
}

export type ModelResult<T = ModelAnswer> = {
  model: string
  usage: Usage
  costMicros: number
  latencyMs: number
  requestId: string | null
} & ({ ok: true; answer: T } | { ok: false; reason: ModelFailureReason })

export type Model = ReturnType<typeof createModel>

/**
 * The one way to the vendor. One request per question and no retries inside: a customer waits,
 * and the caller has another assistant to fall back on.
 */
export function createModel(options: ModelOptions) {
  const breaker = createBreaker()
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const client = options.apiKey
    ? createClient(options.apiKey, options.baseUrl, timeoutMs)
    : undefined

  /** Asks for anything in a form of its own. Never throws: every trouble is a reason. */
  function fill<T>(task: ModelTask<T>, signal?: AbortSignal): Promise<ModelResult<T>> {
    const body = toRequest(options.model, task)
    return send(body, (message) => readMessage(message, task.parse), signal)
  }

  /**
   * Asks for an answer to a customer, or for the calls of tools that it needs first. Never
   * throws. Where no tools are offered, calls are passed over.
   */
  function step(
    prompt: ModelPrompt,
    talk: ToolTalk,
    signal?: AbortSignal,
  ): Promise<ModelResult<ModelStep>> {
    const { passageCount, reference: _, ...task } = prompt
    const parse = (text: string) => parseModelAnswer(text, passageCount)
    const body = toRequest(options.model, { ...task, format: answerFormat, parse })
    return send(withTools(body, talk), (message) => readStep(message, parse, talk), signal)
  }

  async function send<T>(
    body: Anthropic.MessageCreateParamsNonStreaming,
    read: (message: Anthropic.Message) => ReadResult<T>,
    signal?: AbortSignal,
  ): Promise<ModelResult<T>> {
    if (!client) return refuse('no_key')
    if (signal?.aborted) return refuse('cancelled')
    if (!breaker.admit()) return refuse('resting')
    const startedAt = performance.now()
    const outcome = await request(client, { body, read }, signal)
    options.onAsked?.(outcome)
    return { ...outcome, latencyMs: Math.round(performance.now() - startedAt) }
  }

  async function request<T>(
    anthropic: Anthropic,
    order: {
      body: Anthropic.MessageCreateParamsNonStreaming
      read: (message: Anthropic.Message) => ReadResult<T>
    },
    signal: AbortSignal | undefined,
  ): Promise<ModelResult<T>> {
    // The SDK's own timeout ends with the headers; this one covers a body that never comes.
    const timeout = AbortSignal.timeout(timeoutMs)
    const stop = signal ? AbortSignal.any([signal, timeout]) : timeout
    try {
      const message = await anthropic.messages.create(order.body, { signal: stop })
      const read = order.read(message)
      if (read.ok) breaker.succeed()
      else breaker.fail(read.reason)
      return { model: options.model, latencyMs: 0, ...toFigures(options.model, message), ...read }
    } catch (error) {
      const isOurs = signal?.aborted ? 'cancelled' : timeout.aborted ? 'timeout' : undefined
      const reason = isOurs ?? toFailureReason(error)
      breaker.fail(reason, toRetryAfterMs(error))
      const requestId = error instanceof Anthropic.APIError ? error.requestID : null
      return { ...refuse(reason), requestId: requestId ?? null }
    }
  }

  function refuse(reason: ModelFailureReason): Extract<ModelResult<never>, { ok: false }> {
    const nothing = { usage: noUsage, costMicros: 0, latencyMs: 0, requestId: null }
    return { ...nothing, model: options.model, ok: false, reason }
  }

  return {
    step,
    fill,
    /** whether answers come from the model just now, and if not, why */
    status: () => ({ hasKey: client !== undefined, model: options.model, ...breaker.status() }),
  }
}

function createClient(apiKey: string, baseURL: string, timeout: number): Anthropic {
  // The SDK's debug log would print prompts.
  return new Anthropic({
    ...{ apiKey, authToken: null, baseURL, timeout },
    ...{ maxRetries: 0, logLevel: 'off' },
  })
}

function toRequest<T>(
  model: string,
  prompt: ModelTask<T>,
): Anthropic.MessageCreateParamsNonStreaming {
  return {
    model,
    max_tokens: MAX_OUTPUT_TOKENS,
    system: [
      { type: 'text', text: prompt.stableSystem, cache_control: { type: 'ephemeral' } },
      { type: 'text', text: prompt.changingSystem },
    ],
    messages: prompt.messages,
    output_config: { format: prompt.format },
  }
}

function withTools(
  body: Anthropic.MessageCreateParamsNonStreaming,
  { tools, exchange, isLast }: ToolTalk,
): Anthropic.MessageCreateParamsNonStreaming {
  const messages = [...body.messages, ...exchange]
  if (tools.length === 0) return { ...body, messages }
  return { ...body, messages, tools, tool_choice: { type: isLast ? 'none' : 'auto' } }
}

function toFigures(model: string, message: Anthropic.Message & { _request_id?: string | null }) {
  const { usage: counted } = message
  const usage: Usage = {
    input: counted.input_tokens,
    cacheRead: counted.cache_read_input_tokens ?? 0,
    cacheWrite: counted.cache_creation_input_tokens ?? 0,
    output: counted.output_tokens,
  }
  return { usage, costMicros: toCostMicros(model, usage), requestId: message._request_id ?? null }
}
