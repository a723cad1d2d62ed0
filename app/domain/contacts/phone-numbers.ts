import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'

const DIGITS_MIN = 7
const DIGITS_MAX = 15

export type PhoneNumber = {
  /** one spelling per subscriber, with plus */
  e164: string
  /** every way a vendor may write it, digits only, the most likely first */
  variants: string[]
}

/**
 * Reads a number as a vendor or a person wrote it. National spellings are read as of
 * `country`; numbers that no plan knows (test numbers) are kept as they are.
 *
 * @returns undefined when it cannot be a number
 */
export function parsePhone(raw: string, country: CountryCode = 'KE'): PhoneNumber | undefined {
  const digits = raw.replace(/\D/g, '')
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return undefined
  const isNational = !raw.trim().startsWith('+') && digits.startsWith('0')
  const parsed = parsePhoneNumberFromString(isNational ? digits : `+${digits}`, country)
  const international = parsed ? parsed.number.slice(1) : digits
  const canonical = canonicalOf(international)
  return {
    e164: `+${canonical}`,
    variants: [...new Set([digits, international, canonical, ...oldFormsOf(canonical)])],
  }
}

/**
 * Numbers that one subscriber has in two spellings: Brazil's ninth digit, Argentina's 9 and
 * Mexico's 1 after the country code. Vendors use either.
 */
function canonicalOf(digits: string): string {
  const brazil = /^55(\d{2})([6-9]\d{7})$/.exec(digits)
  if (brazil) return `55${brazil[1]}9${brazil[2]}`
  const argentina = /^54([1-8]\d{9})$/.exec(digits)
  if (argentina) return `549${argentina[1]}`
  const mexico = /^521(\d{10})$/.exec(digits)
  if (mexico) return `52${mexico[1]}`
  return digits
}

function oldFormsOf(canonical: string): string[] {
  const brazil = /^55(\d{2})9([6-9]\d{7})$/.exec(canonical)
  if (brazil) return [`55${brazil[1]}${brazil[2]}`]
  const argentina = /^549(\d{10})$/.exec(canonical)
  if (argentina) return [`54${argentina[1]}`]
  const mexico = /^52(\d{10})$/.exec(canonical)
  if (mexico) return [`521${mexico[1]}`]
  return []
}
