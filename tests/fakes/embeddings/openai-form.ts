import { z } from 'zod'
import { countAllTokens, isTooLong, readTexts, refuse } from './call.ts'
import type { Parsed, Refusal } from './call.ts'
import { findModel } from './models.ts'

const MAX_INPUTS = 2048

const shape = z.object({
  model: z.string().min(1),
  input: z.unknown(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.int().min(1).optional(),
  user: z.string().optional(),
})

/** OpenAI's rules, and Ollama's for its models: `POST /v1/embeddings`. */
export function parseOpenAiCall(body: unknown): Parsed {
  const shaped = shape.safeParse(body)
  if (!shaped.success) {
    const issue = shaped.error.issues[0]!
    return refuse(issue.message, { param: issue.path.join('.') })
  }
  const { model, dimensions, encoding_format: encoding } = shaped.data
  const info = findModel(model)
  if (!info || info.vendor === 'voyage') {
    const message = `The model '${model}' does not exist or you do not have access to it.`
    return refuse(message, { status: 404, code: 'model_not_found' })
  }
  const texts = readTokens(shaped.data.input) ?? readTexts(shaped.data.input)
  if (!texts) return refuse("'$.input' is invalid.", { param: 'input' })
  if (texts.length > MAX_INPUTS) {
    return refuse(`at most ${MAX_INPUTS} inputs are allowed`, { param: 'input' })
  }
  if (info.vendor === 'openai' && texts.some((text) => isTooLong(text, info.contextTokens))) {
    return refuse(`maximum context length is ${info.contextTokens} tokens`, { param: 'input' })
  }
  if (countAllTokens(texts) > info.maxCallTokens) {
    const message = `max ${info.maxCallTokens} tokens per request`
    return refuse(message, { param: 'input', code: 'max_tokens_per_request' })
  }
  const dims = dimensions ?? info.dims
  const isOffered = info.sizes ? info.sizes.includes(dims) && !dimensions : dims <= info.dims
  if (!isOffered) return refuse('dimensions is not supported here', { param: 'dimensions' })
  return { ok: true, call: { model, texts, dims, encoding, dtype: 'float' } }
}

export function toOpenAiBody(model: string, data: unknown[], tokens: number) {
  return { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } }
}

export function toOpenAiError(refusal: Refusal) {
  const { status, message, param = null, code = null } = refusal
  const type =
    status === 429 ? 'requests' : status >= 500 ? 'server_error' : 'invalid_request_error'
  return { error: { message, type, param, code } }
}

/** Input may be token numbers too; each list becomes a text of its own. */
function readTokens(input: unknown): string[] | null {
  if (!Array.isArray(input) || input.length === 0) return null
  const isTokens = (list: unknown): list is number[] =>
    Array.isArray(list) && list.length > 0 && list.every(Number.isInteger)
  if (isTokens(input)) return [input.join(' ')]
  return input.every(isTokens) ? input.map((list) => list.join(' ')) : null
}
