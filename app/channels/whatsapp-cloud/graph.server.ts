import { z } from 'zod'
import type { ChannelEnv } from '../channel.ts'
import { failureOf } from './failures.ts'
import type { WaFailure } from './failures.ts'

/**
 * `refused`: Graph answered with an error. `unreachable`: the request surely did not get there.
 * `unknown`: it may have got there, but no usable answer came.
 */
export type GraphResult =
  | { kind: 'ok'; body: unknown }
  | {
      kind: 'refused'
      code: number
      failure: WaFailure
      subcode?: number
      /** the vendor's own words, where it had some for people */
      details?: string
    }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unknown'; reason: string }

export type GraphCall = {
  method?: 'GET' | 'POST' | 'DELETE'
  /** below the version, e.g. `106540352242922/messages` */
  path: string
  query?: Record<string, string>
  json?: unknown
  form?: FormData
  /** the whole of a file, for an upload that was begun before */
  bytes?: Buffer
  timeoutMs?: number
}

/** The connection was never made, so nothing can have happened. */
const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'],
])

const errorBody = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    message: z.string().optional(),
    error_subcode: z.number().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    error_data: z.looseObject({ details: z.string().optional() }).optional().catch(undefined),
  }),
})

/** One call of the Graph API. Never throws, never follows a redirect, never logs. */
export async function callGraph(
  env: ChannelEnv,
  accessToken: string,
  call: GraphCall,
): Promise<GraphResult> {
  const { graphUrl, graphVersion } = env.whatsApp
  const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
  try {
    const response = await fetch(`${graphUrl}/${graphVersion}/${call.path}${query}`, {
      method: call.method ?? 'GET',
      headers: {
        authorization: `${call.bytes ? 'OAuth' : 'Bearer'} ${accessToken}`,
        ...(call.bytes && { file_offset: '0', 'content-type': 'application/octet-stream' }),
        ...(call.json !== undefined && { 'content-type': 'application/json' }),
      },
      body: bodyOf(call),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs ?? env.requestTimeoutMs),
    })
    return readAnswer(response.status, response.headers, await response.text())
  } catch (error) {
    return toNetworkResult(error)
  }
}

function bodyOf({
  form,
  bytes,
  json,
}: GraphCall): FormData | Uint8Array<ArrayBuffer> | string | undefined {
  if (bytes) return new Uint8Array(bytes)
  return form ?? (json === undefined ? undefined : JSON.stringify(json))
}

/** @param error what `fetch` threw */
export function toNetworkResult(
  error: unknown,
): Extract<GraphResult, { kind: 'unreachable' | 'unknown' }> {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const code =
    cause instanceof Error && 'code' in cause ? String(cause.code) : nameOf(cause ?? error)
  return { kind: NEVER_CONNECTED.has(code) ? 'unreachable' : 'unknown', reason: code }
}

function readAnswer(status: number, headers: Headers, text: string): GraphResult {
  const body = parseJson(text)
  if (status >= 200 && status < 300) return { kind: 'ok', body }
  const read = errorBody.safeParse(body)
  // A gateway's own error page says nothing about what the vendor did.
  if (!read.success) {
    return status === 429
      ? { kind: 'refused', code: 4, failure: withWait(failureOf(4), headers) }
      : { kind: 'unknown', reason: `http_${status}` }
  }
  const { code, message, error_data, error_subcode: subcode } = read.data.error
  const details = read.data.error.error_user_msg ?? error_data?.details
  const failure = withWait(failureOf(code, error_data?.details ?? message), headers)
  return { kind: 'refused', code, failure, subcode, details }
}

/** Vendors may say how long to wait; believed up to an hour. */
function withWait(failure: WaFailure, headers: Headers): WaFailure {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if (!Number.isFinite(seconds) || failure.action === 'never') return failure
  return { ...failure, retryAfterMs: Math.min(Math.max(seconds, 1), 3600) * 1000 }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
