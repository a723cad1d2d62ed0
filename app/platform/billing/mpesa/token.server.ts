import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The unguessable part of a payment's callback address. Nothing that arrives is signed, so each
 * prompt has an address of its own that only the vendor was told.
 */
export function toCallbackToken(secret: string, paymentId: number): string {
  return `${paymentId}-${sign(secret, paymentId)}`
}

/** @returns undefined for a token that we did not make */
export function readCallbackToken(secret: string, token: string): number | undefined {
  const match = /^(\d{1,12})-([0-9a-f]{64})$/.exec(token)
  if (!match) return undefined
  const paymentId = Number(match[1])
  const expected = Buffer.from(sign(secret, paymentId))
  return timingSafeEqual(expected, Buffer.from(match[2]!)) ? paymentId : undefined
}

function sign(secret: string, paymentId: number): string {
  // Hex cannot spell one of the words the vendor refuses in an address.
  return createHmac('sha256', secret).update(`stk-callback:${paymentId}`).digest('hex')
}
