import { json } from '../http/exchange.ts'
import type { FakeReply } from '../http/exchange.ts'

export type ErrorParameters = { retry_after?: number; migrate_to_chat_id?: number }
export type Refusal = {
  ok: false
  error_code: number
  description: string
  parameters?: ErrorParameters
}
export type Answer = { ok: true; result: unknown; description?: string } | Refusal

const PREFIXES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

/** A successful call. */
export function done(result: unknown, description?: string): Answer {
  return { ok: true, result, description }
}

/** A refused call; the code's own words are put before the text. */
export function refused(code: number, text = '', parameters?: ErrorParameters): Refusal {
  const description = [PREFIXES[code], text].filter(Boolean).join(': ')
  return { ok: false, error_code: code, description, parameters }
}

/** 429 with the seconds to wait, in text and parameter. */
export function tooMany(seconds: number): Refusal {
  return refused(429, `retry after ${seconds}`, { retry_after: seconds })
}

/** The vendor's envelope: HTTP status equals error_code, 429 carries Retry-After. */
export function toReply(answer: Answer): FakeReply {
  if (answer.ok) return json(answer)
  const seconds = answer.parameters?.retry_after
  const headers = seconds === undefined ? undefined : { 'retry-after': String(seconds) }
  return json(answer, answer.error_code, headers)
}
