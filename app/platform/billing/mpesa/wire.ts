import { DateTime } from 'luxon'
import { z } from 'zod'

/** What Safaricom gives a business, and where its answers come back. */
export type MpesaSettings = {
  /** origin of the Daraja API */
  url: string
  consumerKey: string
  consumerSecret: string
  /** 5–7 digits */
  shortCode: string
  passkey: string
  /** a paybill takes the short code itself, a till its own number */
  tillNumber?: string
  /** public origin that Safaricom reaches; its name must not hold their forbidden words */
  callbackOrigin: string
}

/** Largest amount of one transaction, whole shillings (second-hand: the portal needs a login). */
export const STK_AMOUNT_MAX = 250_000

/** Words that Daraja refuses anywhere in a callback address. */
const FORBIDDEN_IN_ADDRESS = /m-?pesa|safaricom|exec?|cmd|sql|query/i

/** Whether Daraja takes callbacks at this address. */
export function isCallbackAddress(address: string): boolean {
  return !FORBIDDEN_IN_ADDRESS.test(address)
}

/** `YYYYMMDDHHmmss` in Nairobi, as every request is stamped. */
export function toTimestamp(at: number): string {
  return DateTime.fromMillis(at, { zone: 'Africa/Nairobi' }).toFormat('yyyyMMddHHmmss')
}

/** The password of one request: base64 of short code, passkey and the same request's timestamp. */
export function toPassword(shortCode: string, passkey: string, timestamp: string): string {
  return Buffer.from(shortCode + passkey + timestamp).toString('base64')
}

/** What happened on the phone, by result code; codes nobody has described are failures. */
export const stkFailures: Record<number, StkFailure> = {
  1: 'balance_too_low',
  17: 'refused_by_limit',
  26: 'vendor_busy',
  1001: 'another_running',
  1019: 'expired',
  1025: 'not_pushed',
  9999: 'not_pushed',
  1032: 'cancelled_on_phone',
  1037: 'phone_unreachable',
  2001: 'wrong_pin',
}
export type StkFailure =
  | 'balance_too_low'
  | 'refused_by_limit'
  | 'vendor_busy'
  | 'another_running'
  | 'expired'
  | 'not_pushed'
  | 'cancelled_on_phone'
  | 'phone_unreachable'
  | 'wrong_pin'
  | 'failed'

/** A number in callbacks, a string of digits in answers to queries. */
export const resultCode = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
])

const item = z.looseObject({ Name: z.string(), Value: z.unknown().optional() })

export const stkCallback = z.looseObject({
  Body: z.looseObject({
    stkCallback: z.looseObject({
      CheckoutRequestID: z.string().min(1).max(120),
      ResultCode: resultCode,
      ResultDesc: z.string().catch(''),
      CallbackMetadata: z
        .looseObject({ Item: z.array(item) })
        .optional()
        .catch(undefined),
    }),
  }),
})

export type StkCallback = z.infer<typeof stkCallback>['Body']['stkCallback']

/** What was paid, if the callback says so. Amounts are whole shillings. */
export function readReceipt(
  callback: StkCallback,
): { amount: number; receipt: string } | undefined {
  const items = callback.CallbackMetadata?.Item ?? []
  const find = (name: string) => items.find((one) => one.Name === name)?.Value
  const [amount, receipt] = [Number(find('Amount')), find('MpesaReceiptNumber')]
  if (!Number.isFinite(amount) || amount <= 0) return undefined
  if (typeof receipt !== 'string' || !/^[A-Z0-9]{6,20}$/.test(receipt)) return undefined
  return { amount, receipt }
}
