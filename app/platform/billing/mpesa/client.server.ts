import { z } from 'zod'
import { resultCode, toPassword, toTimestamp } from './wire.ts'
import type { MpesaSettings } from './wire.ts'

const TIMEOUT_MS = 20_000
const TOKEN_MARGIN_MS = 60_000
const ANSWER_CHARS_MAX = 64 * 1024
const REFERENCE_LENGTH_MAX = 12
const DESCRIPTION_LENGTH_MAX = 13

/**
 * `refused`: the vendor said no. `busy`: it said later; nothing happened. `unreachable`: nothing
 * can have happened. `unknown`: the customer may have a prompt on the phone, nobody can tell.
 */
export type MpesaProblem =
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'busy' }
  | { kind: 'unreachable' }
  | { kind: 'unknown' }

export type PushResult = { kind: 'queued'; checkoutRequestId: string } | MpesaProblem
export type QueryResult =
  { kind: 'pending' } | { kind: 'result'; code: number; message: string } | MpesaProblem

export type Mpesa = ReturnType<typeof createMpesa>

const accepted = z.looseObject({
  ResponseCode: z.literal('0'),
  CheckoutRequestID: z.string().min(1),
})
const queried = z.looseObject({ ResultCode: resultCode, ResultDesc: z.string().catch('') })
const envelope = z.looseObject({ errorCode: z.string(), errorMessage: z.string().catch('') })
const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number(),
})

const BAD_TOKEN = new Set(['401.003.01', '404.001.03', '400.003.01'])
const BUSY = new Set(['500.003.02', '500.003.03'])
const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
])

type Answer = { kind: 'ok'; value: unknown } | MpesaProblem

/** M-Pesa's payment prompts. Never throws, and keeps phones and secrets out of its results. */
export function createMpesa(settings: MpesaSettings, now: () => number = Date.now) {
  let token: { value: string; until: number } | undefined

  async function authorize(): Promise<{ kind: 'token'; value: string } | MpesaProblem> {
    if (token && token.until > now()) return { kind: 'token', value: token.value }
    const key = Buffer.from(`${settings.consumerKey}:${settings.consumerSecret}`).toString('base64')
    const answer = await send('/oauth/v1/generate?grant_type=client_credentials', {
      headers: { authorization: `Basic ${key}` },
    })
    // A token that did not come is no prompt on a phone.
    if (answer.kind === 'unknown') return { kind: 'unreachable' }
    if (answer.kind !== 'ok') return answer
    const read = tokenAnswer.safeParse(answer.value)
    if (!read.success) return { kind: 'refused', code: 'token', message: 'No token in the answer' }
    const { access_token: value, expires_in: seconds } = read.data
    token = { value, until: now() + seconds * 1000 - TOKEN_MARGIN_MS }
    return { kind: 'token', value }
  }

  async function call(
    path: string,
    body: Record<string, unknown>,
    isRetry = false,
  ): Promise<Answer> {
    const known = await authorize()
    if (known.kind !== 'token') return known
    const timestamp = toTimestamp(now())
    const { shortCode, passkey } = settings
    const stamp = {
      BusinessShortCode: shortCode,
      Password: toPassword(shortCode, passkey, timestamp),
      Timestamp: timestamp,
    }
    const answer = await send(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${known.value}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...stamp, ...body }),
    })
    if (answer.kind !== 'refused' || !BAD_TOKEN.has(answer.code) || isRetry) return answer
    token = undefined
    return call(path, body, true)
  }

  async function send(path: string, init: RequestInit): Promise<Answer> {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const response = await fetch(settings.url + path, { ...init, redirect: 'manual', signal })
      return readAnswer(response.status, (await response.text()).slice(0, ANSWER_CHARS_MAX))
    } catch (error) {
      const cause = error instanceof Error && error.cause ? error.cause : error
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      return { kind: NEVER_CONNECTED.has(code) ? 'unreachable' : 'unknown' }
    }
  }

  return {
    callbackOrigin: settings.callbackOrigin,

    /** Puts a prompt on a phone. `amount` is whole shillings; `phone` digits with 254 in front. */
    async push(ask: {
      amount: number
      phone: string
      callbackUrl: string
      reference: string
      description: string
    }): Promise<PushResult> {
      const { shortCode, tillNumber } = settings
      const answer = await call('/mpesa/stkpush/v1/processrequest', {
        TransactionType: tillNumber ? 'CustomerBuyGoodsOnline' : 'CustomerPayBillOnline',
        ...{ Amount: ask.amount, PartyA: ask.phone, PartyB: tillNumber ?? shortCode },
        ...{ PhoneNumber: ask.phone, CallBackURL: ask.callbackUrl },
        AccountReference: ask.reference.slice(0, REFERENCE_LENGTH_MAX),
        TransactionDesc: ask.description.slice(0, DESCRIPTION_LENGTH_MAX),
      })
      if (answer.kind !== 'ok') return answer
      const read = accepted.safeParse(answer.value)
      if (!read.success) return { kind: 'unknown' }
      return { kind: 'queued', checkoutRequestId: read.data.CheckoutRequestID }
    },

    /** Asks what became of a prompt. */
    async query(checkoutRequestId: string): Promise<QueryResult> {
      const answer = await call('/mpesa/stkpushquery/v1/query', {
        CheckoutRequestID: checkoutRequestId,
      })
      if (answer.kind === 'refused' && isStillRunning(answer)) return { kind: 'pending' }
      if (answer.kind !== 'ok') return answer
      const read = queried.safeParse(answer.value)
      if (!read.success) return { kind: 'unknown' }
      return { kind: 'result', code: read.data.ResultCode, message: read.data.ResultDesc }
    },
  }
}

/** One code stands for several things; only the words tell them apart. */
function isStillRunning({ code, message }: { code: string; message: string }): boolean {
  return code === '500.001.1001' && /being processed/i.test(message)
}

function readAnswer(status: number, text: string): Answer {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Their gateway answers pages of HTML when it turns somebody away.
    if (status === 403 || status === 429 || status >= 502) return { kind: 'busy' }
    return status === 400 || status === 401
      ? { kind: 'refused', code: String(status), message: 'Credentials were refused' }
      : { kind: 'unknown' }
  }
  if (status >= 200 && status < 300) return { kind: 'ok', value }
  const read = envelope.safeParse(value)
  if (!read.success)
    return status >= 500
      ? { kind: 'unknown' }
      : { kind: 'refused', code: String(status), message: '' }
  const { errorCode: code, errorMessage: message } = read.data
  if (BUSY.has(code)) return { kind: 'busy' }
  return { kind: 'refused', code, message }
}
