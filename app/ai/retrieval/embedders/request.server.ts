import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbedPurpose, EmbedResult } from './embedder.ts'
import { parseVectors } from './response.server.ts'

/** A self-hosted model may load for seconds on its first call. */
const DOCUMENT_TIMEOUT_MS = 60_000
/** A customer is waiting; without the vector the words alone are searched. */
const QUERY_TIMEOUT_MS = 2_500
const DOCUMENT_ATTEMPTS = 5
const QUERY_ATTEMPTS = 1
const BACKOFF_MS = 500
const BACKOFF_MAX_MS = 8_000
/** When a vendor asks for a longer pause the job waits instead of this call. */
const PAUSE_MAX_MS = 10_000
const BODY_BYTES_MAX = 64 * 1_048_576

export type Wire = { url: string; apiKey: string | undefined; purpose: EmbedPurpose }

type Attempt = EmbedResult & { mayRetry?: boolean }

/** Operators write the base with or without its version. */
export function toBaseUrl(url: string): string {
  const trimmed = url.replace(/\/+$/, '')
  return new URL(trimmed).pathname === '/' ? `${trimmed}/v1` : trimmed
}

/**
 * Asks for the vectors of texts. Busy and broken answers are tried again with growing pauses;
 * wrong keys, models and refused texts are not.
 */
export async function requestEmbeddings(
  wire: Wire,
  parameters: Record<string, unknown>,
  texts: string[],
): Promise<EmbedResult> {
  const body = JSON.stringify({ ...parameters, input: texts.map(clean) })
  const attempts = wire.purpose === 'query' ? QUERY_ATTEMPTS : DOCUMENT_ATTEMPTS
  for (let attempt = 1; ; attempt++) {
    const { mayRetry, ...result } = await attemptOnce(wire, body, texts.length)
    if (result.ok || !mayRetry || attempt >= attempts) return result
    const pauseMs = result.retryAfterMs ?? backoffMs(attempt)
    if (pauseMs > PAUSE_MAX_MS) return result
    await sleep(pauseMs)
  }
}

async function attemptOnce(wire: Wire, body: string, count: number): Promise<Attempt> {
  const isQuery = wire.purpose === 'query'
  try {
    const response = await fetch(wire.url, {
      ...{ method: 'POST', body, redirect: 'error' as const },
      headers: {
        'content-type': 'application/json',
        ...(wire.apiKey ? { authorization: `Bearer ${wire.apiKey}` } : {}),
      },
      signal: AbortSignal.timeout(isQuery ? QUERY_TIMEOUT_MS : DOCUMENT_TIMEOUT_MS),
    })
    const text = await readText(response)
    return response.ok ? toVectors(text, count) : toFailure(response, text)
  } catch {
    // Refused, reset, timed out or too large: nothing came back that could be judged.
    return { ok: false, reason: 'unavailable', mayRetry: true }
  }
}

function toVectors(text: string, count: number): Attempt {
  const vectors = parseVectors(parseJson(text), count)
  if (vectors) return { ok: true, vectors }
  return { ok: false, reason: 'malformed', mayRetry: true }
}

function toFailure(response: Response, text: string): Attempt {
  const { status } = response
  if (status === 429) {
    // Out of credit looks like a rate limit but does not pass by waiting.
    if (text.includes('insufficient_quota')) return { ok: false, reason: 'misconfigured' }
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'))
    return { ok: false, reason: 'rate_limited', mayRetry: true, retryAfterMs }
  }
  if (status >= 500 || status === 408) return { ok: false, reason: 'unavailable', mayRetry: true }
  if (status === 400 || status === 413 || status === 422) return { ok: false, reason: 'rejected' }
  return { ok: false, reason: 'misconfigured' }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const body = response.body as unknown as AsyncIterable<Uint8Array> | null
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > BODY_BYTES_MAX) throw new Error('embedding_answer_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseRetryAfter(header: string | null): number | undefined {
  const seconds = Number(header)
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined
}

function backoffMs(attempt: number): number {
  const ceiling = Math.min(BACKOFF_MS * 2 ** (attempt - 1), BACKOFF_MAX_MS)
  return ceiling * (0.5 + Math.random() / 2)
}

/** Lone surrogates and NUL bytes break vendors' JSON readers. */
function clean(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', ' ')
}
