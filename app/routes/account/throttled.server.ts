import { data } from '@remix-run/node'
import { refusal } from './posted-form.server.ts'

/** 429 with Retry-After, and the sentence that says how long. */
export function tooMany(retryAfterS: number, fields: Record<string, string>) {
  const minutes = Math.ceil(retryAfterS / 60)
  const result = refusal({ '': { code: 'too_many_attempts', values: { minutes } } }, fields)
  return data({ result }, { status: 429, headers: { 'Retry-After': String(retryAfterS) } })
}
