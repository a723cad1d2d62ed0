import { z } from 'zod'
import { countAllTokens, isTooLong, readTexts, refuse } from './call.ts'
import type { Parsed, Refusal } from './call.ts'
import { findModel } from './models.ts'

const MAX_INPUTS = 1000

const shape = z.strictObject({
  model: z.string().min(1),
  input: z.unknown(),
  input_type: z.enum(['query', 'document']).nullish(),
  truncation: z.boolean().default(true),
  output_dimension: z.int().nullish(),
  output_dtype: z.enum(['float', 'int8', 'uint8', 'binary', 'ubinary']).default('float'),
  encoding_format: z.literal('base64').nullish(),
})

/** The same path as OpenAI's: Voyage is told by its model names or its own parameters. */
export function isVoyageBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  const fields = body as Record<string, unknown>
  const own = ['input_type', 'truncation', 'output_dimension', 'output_dtype']
  return String(fields.model).startsWith('voyage') || own.some((name) => name in fields)
}

/** Voyage's rules for `POST /v1/embeddings`. */
export function parseVoyageCall(body: unknown): Parsed {
  const shaped = shape.safeParse(body)
  if (!shaped.success) {
    const issue = shaped.error.issues[0]!
    return refuse(`${issue.path.join('.')}: ${issue.message}`)
  }
  const { model, input, truncation, output_dimension: size } = shaped.data
  const info = findModel(model)
  if (info?.vendor !== 'voyage') return refuse(`Model ${model} is not supported.`)
  const texts = readTexts(input)
  if (!texts) return refuse('input must be a non-empty string or list of non-empty strings')
  if (texts.length > MAX_INPUTS) return refuse(`The batch size limit is ${MAX_INPUTS}.`)
  if (!truncation && texts.some((text) => isTooLong(text, info.contextTokens))) {
    return refuse(`An input is longer than ${info.contextTokens} tokens.`)
  }
  if (countAllTokens(texts) > info.maxCallTokens) {
    return refuse(`The max allowed tokens per submitted batch is ${info.maxCallTokens}.`)
  }
  const dims = size ?? info.dims
  if (!info.sizes?.includes(dims)) return refuse(`output_dimension ${dims} is not supported`)
  const encoding = shaped.data.encoding_format ?? 'float'
  return { ok: true, call: { model, texts, dims, encoding, dtype: shaped.data.output_dtype } }
}

export function toVoyageBody(model: string, data: unknown[], tokens: number) {
  return { object: 'list', data, model, usage: { total_tokens: tokens } }
}

export function toVoyageError(refusal: Refusal) {
  return { detail: refusal.message }
}
