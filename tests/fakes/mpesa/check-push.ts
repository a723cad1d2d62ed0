import type { FakeRequest } from '../http/exchange.ts'

type Ask = { amount: number; phone: string; callbackUrl: string; reference: string }
export type Checked =
  { ok: true; ask: Ask } | { ok: false; status: number; code: string; message: string }

const FORBIDDEN = /m-?pesa|safaricom|exec?|cmd|sql|query|ngrok/i
const AMOUNT_MAX = 250_000
const STAMP_TOLERANCE_MS = 10 * 60_000

type Rules = { shortCode: string; passkey: string; allowLoopback: boolean; now: number }

/** Reads a prompt as strictly as the real gateway, field by field. */
export function checkPush(request: FakeRequest, rules: Rules): Checked {
  let body: Record<string, unknown>
  try {
    body = JSON.parse(request.body.toString()) as Record<string, unknown>
  } catch {
    return refuse('400.002.05', 'Invalid request payload')
  }
  const stamp = String(body['Timestamp'])
  const password = Buffer.from(rules.shortCode + rules.passkey + stamp).toString('base64')
  if (String(body['BusinessShortCode']) !== rules.shortCode || body['Password'] !== password)
    return { ok: false, status: 500, code: '500.001.1001', message: 'Wrong credentials' }
  if (Math.abs(readStamp(stamp) - rules.now) > STAMP_TOLERANCE_MS) return invalid('Timestamp')
  const type = body['TransactionType']
  if (type !== 'CustomerPayBillOnline' && type !== 'CustomerBuyGoodsOnline')
    return invalid('TransactionType')
  const amount = Number(body['Amount'])
  if (!Number.isInteger(amount) || amount < 1 || amount > AMOUNT_MAX) return invalid('Amount')
  const phone = String(body['PhoneNumber'])
  if (!/^254[71]\d{8}$/.test(phone) || body['PartyA'] !== phone) return invalid('PhoneNumber')
  const callbackUrl = String(body['CallBackURL'])
  if (!isAddress(callbackUrl, rules.allowLoopback)) return invalid('CallBackURL')
  const reference = textOf(body['AccountReference'])
  if (reference === '' || reference.length > 12) return invalid('AccountReference')
  if (textOf(body['TransactionDesc']).length > 13) return invalid('TransactionDesc')
  return { ok: true, ask: { amount, phone, callbackUrl, reference } }
}

/** `YYYYMMDDHHmmss` in Nairobi, three hours ahead all year. */
function readStamp(stamp: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}+03:00`)
}

function isAddress(address: string, allowLoopback: boolean): boolean {
  if (!URL.canParse(address) || FORBIDDEN.test(address)) return false
  const { protocol, hostname } = new URL(address)
  const isHere = hostname === '127.0.0.1' || /(^|\.)localhost$/.test(hostname)
  return protocol === 'https:' || (allowLoopback && isHere)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function invalid(field: string): Checked {
  return refuse('400.002.02', `Bad Request - Invalid ${field}`)
}

function refuse(code: string, message: string): Checked {
  return { ok: false, status: 400, code, message }
}
