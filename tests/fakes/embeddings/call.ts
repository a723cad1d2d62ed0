import { countTokens } from './vectors.ts'

/** One accepted request, whatever its wire form. */
export type EmbedCall = {
  model: string
  texts: string[]
  dims: number
  /** base64 = little-endian float32. */
  encoding: 'float' | 'base64'
  dtype: 'float' | 'int8' | 'uint8' | 'binary' | 'ubinary'
}

export type Refusal = {
  ok: false
  status: number
  message: string
  /** OpenAI's `error.param` and `error.code`. */
  param?: string
  code?: string
}
export type Parsed = { ok: true; call: EmbedCall } | Refusal

export function refuse(message: string, more: Partial<Omit<Refusal, 'ok'>> = {}): Refusal {
  return { ok: false, status: 400, message, ...more }
}

/** The texts of `input`, or null when it is not a filled string or list of filled strings. */
export function readTexts(input: unknown): string[] | null {
  const list = typeof input === 'string' ? [input] : input
  if (!Array.isArray(list) || list.length === 0) return null
  return list.every((text) => typeof text === 'string' && text !== '') ? (list as string[]) : null
}

export function countAllTokens(texts: string[]): number {
  return texts.reduce((sum, text) => sum + countTokens(text), 0)
}

export function isTooLong(text: string, limitTokens: number): boolean {
  return countTokens(text) > limitTokens
}
