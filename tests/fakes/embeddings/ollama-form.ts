import { z } from 'zod'
import { isTooLong, readTexts, refuse } from './call.ts'
import type { Parsed, Refusal } from './call.ts'
import { findModel, listOllamaModels } from './models.ts'

const shape = z.object({
  model: z.string().min(1),
  input: z.unknown(),
  truncate: z.boolean().default(true),
  dimensions: z.int().min(1).optional(),
  keep_alive: z.unknown().optional(),
  options: z.unknown().optional(),
})

/** Ollama's own `POST /api/embed`; `/api/embeddings` gives its `prompt` as the input. */
export function parseOllamaCall(body: unknown): Parsed {
  const shaped = shape.safeParse(body)
  if (!shaped.success) return refuse(shaped.error.issues[0]!.message)
  const { model, input, truncate, dimensions } = shaped.data
  const info = findModel(model)
  if (info?.vendor !== 'ollama') {
    return refuse(`model "${model}" not found, try pulling it first`, { status: 404 })
  }
  const texts = readTexts(input)
  if (!texts) return refuse('invalid input')
  if (!truncate && texts.some((text) => isTooLong(text, info.contextTokens))) {
    return refuse('the input length exceeds the context length')
  }
  const dims = dimensions ?? info.dims
  if (dims > info.dims) return refuse('dimensions is larger than the model gives')
  return { ok: true, call: { model, texts, dims, encoding: 'float', dtype: 'float' } }
}

export function toOllamaBody(model: string, embeddings: unknown[], tokens: number) {
  const total_duration = 1_000_000
  return { model, embeddings, total_duration, load_duration: 1_000, prompt_eval_count: tokens }
}

/** The older `POST /api/embeddings`. */
export function toOllamaLegacyBody(embeddings: unknown[]) {
  return { embedding: embeddings[0] }
}

export function toOllamaTags() {
  return { models: listOllamaModels().map((name) => ({ name: `${name}:latest`, model: name })) }
}

export function toOllamaError(refusal: Refusal) {
  return { error: refusal.message }
}
