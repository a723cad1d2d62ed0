import { randomBytes, randomInt } from 'node:crypto'

/** A message id of the vendor's look: `wamid.` and base64 text of varying length. */
export function newMessageId(): string {
  return 'wamid.' + randomBytes(randomInt(30, 48)).toString('base64')
}

/** A 16-digit decimal id, as media and templates carry; always a string. */
export function newNumericId(): string {
  return String(randomInt(1, 10)) + randomDigits(15)
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => String(randomInt(0, 10))).join('')
}
