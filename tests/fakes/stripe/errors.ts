import { json } from '../http/exchange.ts'
import type { FakeReply } from '../http/exchange.ts'
import type { CardTrouble } from './world.ts'

/** An error as the vendor writes it. */
export function refuse(
  status: number,
  error: { type: string; code?: string; message: string; [name: string]: unknown },
): FakeReply {
  return json({ error: { doc_url: 'https://stripe.com/docs/error-codes', ...error } }, status)
}

export function invalid(code: string, message: string, param?: string, status = 400): FakeReply {
  return refuse(status, { type: 'invalid_request_error', code, message, param })
}

export const missing = (param: string) =>
  invalid('parameter_missing', `Missing required param: ${param}.`, param)

export const unknownObject = (id: string) =>
  invalid('resource_missing', `No such object: '${id}'`, 'id', 404)

/** A bank's no, with the charge it was about. */
export function declined(trouble: CardTrouble, intent: object): FakeReply {
  const isAsking = trouble === '3ds'
  const code = isAsking
    ? 'authentication_required'
    : trouble === 'expired_card'
      ? 'expired_card'
      : 'card_declined'
  const decline = trouble === 'insufficient_funds' ? trouble : 'generic_decline'
  return refuse(402, {
    ...{ type: 'card_error', code, message: 'Your card was declined.', payment_intent: intent },
    ...(code === 'card_declined' && { decline_code: decline }),
  })
}
