import type { Parsed, Refusal } from './call.ts'
import type { DataItem } from './faults.ts'
import { findModel } from './models.ts'
import { parseOllamaCall, toOllamaBody, toOllamaError, toOllamaLegacyBody } from './ollama-form.ts'
import { parseOpenAiCall, toOpenAiBody, toOpenAiError } from './openai-form.ts'
import { isVoyageBody, parseVoyageCall, toVoyageBody, toVoyageError } from './voyage-form.ts'

/** One vendor's way to ask, answer and refuse. */
export type Form = {
  /** Ollama ignores keys. */
  needsKey: boolean
  parse: (body: unknown) => Parsed
  toBody: (model: string, data: DataItem[], tokens: number) => unknown
  toError: (refusal: Refusal) => unknown
}

const openAi: Form = {
  needsKey: true,
  parse: parseOpenAiCall,
  toBody: toOpenAiBody,
  toError: toOpenAiError,
}

const voyage: Form = {
  needsKey: true,
  parse: parseVoyageCall,
  toBody: toVoyageBody,
  toError: toVoyageError,
}

const ollama: Form = {
  needsKey: false,
  parse: parseOllamaCall,
  toBody: (model, data, tokens) => toOllamaBody(model, toVectors(data), tokens),
  toError: toOllamaError,
}

const ollamaLegacy: Form = {
  ...ollama,
  parse: (body) => {
    const { prompt, ...rest } = (body ?? {}) as Record<string, unknown>
    return parseOllamaCall({ ...rest, input: prompt })
  },
  toBody: (_model, data) => toOllamaLegacyBody(toVectors(data)),
}

/** The form that a path and its body speak; undefined for a path nobody serves. */
export function findForm(path: string, body: unknown): Form | undefined {
  if (path === '/api/embed') return ollama
  if (path === '/api/embeddings') return ollamaLegacy
  if (path !== '/v1/embeddings') return undefined
  if (isVoyageBody(body)) return voyage
  const model = String((body as { model?: unknown } | null | undefined)?.model)
  return findModel(model)?.vendor === 'ollama' ? { ...openAi, needsKey: false } : openAi
}

function toVectors(data: DataItem[]): unknown[] {
  return data.map((item) => item.embedding)
}
