import { parseForm, parseJson } from '../http/body.ts'
import type { FakeRequest } from '../http/exchange.ts'

export type CallParams = Record<string, unknown>

/** Parameters that hold JSON when they come through a form or the query. */
const NESTED = [
  'reply_markup',
  'reply_parameters',
  'entities',
  'caption_entities',
  'media',
  'allowed_updates',
  'link_preview_options',
]

/** Read a call's parameters from the query, JSON, a form or multipart; undefined when broken. */
export async function readParams(request: FakeRequest): Promise<CallParams | undefined> {
  const params: CallParams = Object.fromEntries(request.query)
  const type = request.headers['content-type'] ?? ''
  if (request.body.length > 0 && type.startsWith('application/json')) {
    const body = parseJson(request)
    if (!body.ok || typeof body.value !== 'object' || body.value === null) return undefined
    Object.assign(params, body.value)
  } else if (request.body.length > 0) {
    const form = await parseForm(request)
    if (!form.ok) return undefined
    for (const [name, value] of form.value) params[name] = value
  }
  return unfold(params)
}

/** A parameter as text: numbers and booleans are written out, anything else is empty. */
export function textOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number'
  return isPlain || typeof value === 'boolean' ? String(value) : ''
}

/** True for the ways a form, a query or JSON says yes. */
export function isYes(value: unknown): boolean {
  return value === true || value === 1 || /^(true|1|yes)$/i.test(textOf(value))
}

function unfold(params: CallParams): CallParams | undefined {
  for (const name of NESTED) {
    const value = params[name]
    if (typeof value !== 'string' || value === '') continue
    try {
      params[name] = JSON.parse(value)
    } catch {
      return undefined
    }
  }
  return params
}
