import { digitsOf } from './envelope.ts'
import type { GraphProblem } from './errors.ts'
import type { OutgoingMessage } from './message-schema.ts'
import type { WaNumber } from './world.ts'

/** `input` as asked, `contact` as the vendor keys it: digits or a business-scoped user id. */
export type Recipient = { input: string; contact: string; kind: 'phone' | 'user_id' }

/** Read the recipient: `to` wins over `recipient` when both are given. */
export function readRecipient(
  number: WaNumber,
  message: OutgoingMessage,
): { ok: true; recipient: Recipient } | { ok: false; problem: GraphProblem } {
  const { to, recipient } = message
  if (to === undefined && recipient === undefined) {
    return { ok: false, problem: { code: 131008, details: "Parameter 'to' is mandatory" } }
  }
  if (to === undefined) return readUserId(recipient ?? '')
  const contact = digitsOf(to)
  if (!/^\+?[\d\s().-]+$/.test(to) || contact.length < 7 || contact.length > 15) {
    return { ok: false, problem: { code: 131009, details: 'Param to is not a phone number' } }
  }
  if (contact === digitsOf(number.displayPhoneNumber)) {
    return { ok: false, problem: { code: 131021, details: 'Sender and recipient are the same' } }
  }
  return { ok: true, recipient: { input: to, contact, kind: 'phone' } }
}

function readUserId(
  recipient: string,
): { ok: true; recipient: Recipient } | { ok: false; problem: GraphProblem } {
  if (!/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient)) {
    return { ok: false, problem: { code: 131009, details: 'Param recipient is not a user id' } }
  }
  return { ok: true, recipient: { input: recipient, contact: recipient, kind: 'user_id' } }
}
