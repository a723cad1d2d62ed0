import type { FakeRequest } from './exchange.ts'

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: 'malformed' }

/** Parse the body as JSON; an empty body reads as an empty object. */
export function parseJson(request: FakeRequest): Parsed<unknown> {
  if (request.body.length === 0) return { ok: true, value: {} }
  try {
    return { ok: true, value: JSON.parse(request.body.toString('utf8')) }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}

/** Parse a multipart or urlencoded body with the platform's own reader. */
export async function parseForm(request: FakeRequest): Promise<Parsed<FormData>> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  try {
    const body = new Uint8Array(request.body)
    return { ok: true, value: await new Response(body, { headers }).formData() }
  } catch {
    return { ok: false, reason: 'malformed' }
  }
}
