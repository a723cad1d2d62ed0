import { z } from 'zod'
import type { ChannelEnv } from '../channel.ts'

/**
 * `refused`: the vendor answered with an error. `unreachable`: the request surely did not get
 * there. `unknown`: it may have got there, but no usable answer came.
 */
export type TelegramResult =
  | { kind: 'ok'; result: unknown }
  | {
      kind: 'refused'
      code: number
      description: string
      retryAfterMs?: number
      migrateTo?: string
    }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unknown'; reason: string }

export type TelegramProblem = Exclude<TelegramResult, { kind: 'ok' }>

const RETRY_AFTER_MAX_S = 3600
const ANSWER_CHARS_MAX = 1024 * 1024

/** The connection was never made, so nothing can have happened. */
const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'],
])

const success = z.looseObject({ ok: z.literal(true), result: z.unknown() })
const refusal = z.looseObject({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().catch(''),
  parameters: z
    .looseObject({
      retry_after: z.number().optional().catch(undefined),
      migrate_to_chat_id: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/**
 * One method of the Bot API. The token is part of the address, so addresses are never logged,
 * redirects are not followed, and only error codes leave this function. Never throws.
 */
export async function callTelegram(
  env: ChannelEnv,
  botToken: string,
  method: string,
  call: { params?: Record<string, unknown>; form?: FormData; timeoutMs?: number } = {},
): Promise<TelegramResult> {
  const json = call.form ? undefined : JSON.stringify(call.params ?? {})
  try {
    const response = await fetch(`${env.telegram.apiUrl}/bot${botToken}/${method}`, {
      method: 'POST',
      headers: json === undefined ? {} : { 'content-type': 'application/json' },
      body: call.form ?? json,
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs ?? env.requestTimeoutMs),
    })
    return readAnswer(response.status, response.headers, await response.text())
  } catch (error) {
    return toNetworkResult(error)
  }
}

/** @param error what `fetch` threw; its message may hold the token and is not looked at */
export function toNetworkResult(
  error: unknown,
): Extract<TelegramResult, { kind: 'unreachable' | 'unknown' }> {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const named = cause instanceof Error ? cause.name : 'unknown'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : named
  return { kind: NEVER_CONNECTED.has(code) ? 'unreachable' : 'unknown', reason: code }
}

function readAnswer(status: number, headers: Headers, text: string): TelegramResult {
  const body = text.length > ANSWER_CHARS_MAX ? undefined : parseJson(text)
  const accepted = success.safeParse(body)
  if (accepted.success) return { kind: 'ok', result: accepted.data.result }
  const read = refusal.safeParse(body)
  // A gateway's own error page says nothing about what Telegram did, except that it is too much.
  if (!read.success) {
    if (status !== 429) return { kind: 'unknown', reason: `http_${status}` }
    return { kind: 'refused', code: 429, description: '', retryAfterMs: waitOf(headers, undefined) }
  }
  const { error_code: code, description, parameters } = read.data
  const migrateTo = parameters?.migrate_to_chat_id
  return {
    ...{ kind: 'refused', code, description },
    ...(code === 429 && { retryAfterMs: waitOf(headers, parameters?.retry_after) }),
    ...(migrateTo !== undefined && { migrateTo: String(migrateTo) }),
  }
}

/** Always obeyed, up to an hour; said both in the body and in a header. */
function waitOf(headers: Headers, seconds: number | undefined): number {
  const said = seconds ?? Number(headers.get('retry-after') ?? 1)
  return Math.min(Math.max(Number.isFinite(said) ? said : 1, 1), RETRY_AFTER_MAX_S) * 1000
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
