import type { ClaimKind } from '#app/domain/answers/claim.ts'
import { EMAIL_PATTERN, LINK_PATTERN, PHONE_PATTERN } from './addresses.ts'
import { toEmailKey, toHostKey, toLinkKey, toPhoneKey } from './addresses.ts'
import { CODED_MONEY, MONEY_PATTERN, NUMBER_PATTERN, PERCENT_PATTERN } from './amounts.ts'
import { toCurrency, toValues } from './amounts.ts'
import type { Claim } from './claim.ts'
import { DATE_PATTERN, readDate } from './dates.ts'
import { GIVEN, GIVING, OFF_AFTER, OFF_BEFORE } from './discount-words.ts'
import { toPlainText } from './plain-text.ts'
import { readTimes, TIME_PATTERN } from './times.ts'

const SPELT_MAX = 80

type Groups = Record<string, string | undefined>
type Read = { kind: ClaimKind; keys: string[]; loose: string[] }
type Around = { before: string; after: string }

/**
 * Everything in a text that can be looked up: prices, shares, quantities, dates, times, phone
 * numbers, addresses, and discounts named without a figure. What was read once is not read again
 * as something less.
 *
 * @param currency the company's own, for shillings and bare amounts
 */
export function extractClaims(text: string, currency: string): Claim[] {
  const plain = toPlainText(text)
  const claims: Claim[] = []
  let rest = plain
  const take = (pattern: RegExp, read: (match: RegExpMatchArray, around: Around) => Read[]) => {
    for (const match of [...rest.matchAll(pattern)]) {
      const at = match.index
      const end = at + match[0].length
      const found = read(match, { before: plain.slice(0, at), after: plain.slice(end) })
      if (found.length === 0) continue
      const written = match[0].trim().slice(0, SPELT_MAX)
      claims.push(...found.map((one) => ({ ...one, text: written, at })))
      if (found.some(({ keys }) => keys.length > 0))
        rest = rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end)
    }
  }
  take(EMAIL_PATTERN, ([found]) => same('email', [toEmailKey(found)]))
  take(LINK_PATTERN, ([found]) => readLink(found))
  take(DATE_PATTERN, (match) => readDateClaim(groupsOf(match)))
  take(MONEY_PATTERN, (match, around) => readMoney(groupsOf(match), around, currency))
  take(CODED_MONEY, (match, around) => readMoney(groupsOf(match), around, currency))
  take(PERCENT_PATTERN, (match, around) => readPercent(groupsOf(match), around))
  take(PHONE_PATTERN, ([found]) => same('phone', [toPhoneKey(found)]))
  take(TIME_PATTERN, (match) =>
    readTimes(groupsOf(match)).map((one) => ({ ...one, kind: 'hours' })),
  )
  for (const { pattern, keys } of GIVING) take(pattern, () => same('discount', keys))
  take(GIVEN, () => [{ kind: 'discount', keys: [], loose: ['off:100'] }])
  take(NUMBER_PATTERN, (match, around) => readNumber(groupsOf(match), around))
  return claims
}

function groupsOf(match: RegExpMatchArray): Groups {
  return match.groups ?? {}
}

function same(kind: ClaimKind, keys: string[]): Read[] {
  return [{ kind, keys, loose: keys }]
}

function readLink(found: string): Read[] {
  const key = toLinkKey(found)
  return [{ kind: 'link', keys: [key], loose: [key, toHostKey(key)] }]
}

function readDateClaim(groups: Groups): Read[] {
  const read = readDate(groups)
  return read ? [{ kind: 'date', ...read }] : []
}

function readMoney(groups: Groups, around: Around, home: string): Read[] {
  const { n1, n2, n3, s1, s2, s3, before, after } = groups
  const values = toValues(n1 ?? n2 ?? n3 ?? '', s1 ?? s2 ?? s3)
  const currency = toCurrency(before ?? after, home)
  const exact = values.map((value) => `m:${currency}:${value}`)
  // An amount without a currency is the company's own money.
  const bare = currency === home ? values.map((value) => `b:${value}`) : []
  const plain = values.map((value) => `n:${value}`)
  const off = values.map((value) => `offm:${currency}:${value}`)
  if (isTakenOff(around))
    return [{ kind: 'discount', keys: off, loose: [...off, ...exact, ...plain] }]
  return [{ kind: 'price', keys: [...exact, ...bare], loose: [...exact, ...plain] }]
}

function readPercent({ n1, n2 }: Groups, around: Around): Read[] {
  const values = toValues(n1 ?? n2 ?? '')
  const share = values.map((value) => `pct:${value}`)
  const plain = values.map((value) => `n:${value}`)
  const off = values.map((value) => `off:${value}`)
  if (isTakenOff(around))
    return [{ kind: 'discount', keys: off, loose: [...off, ...share, ...plain] }]
  return [{ kind: 'percent', keys: share, loose: [...share, ...plain] }]
}

function isTakenOff({ before, after }: Around): boolean {
  return OFF_AFTER.test(after) || OFF_BEFORE.test(before)
}

const UNIT_OR_STOCK =
  /^\s?(?:\p{L}{1,3}\d*\b|available|left|in stock|pcs|pieces|units|items|vipande|zimebaki|days?|hours?|minutes?|weeks?|months?|years?|siku|wiki|miezi)/iu
const STOCK_BEFORE = /(?:stock|available|quantity|idadi|zimebaki|ipo|tuna)\s*:?\s*$/i
const PRICE_WORD = /price|cost|bei|charge|fee|pay|rate|gharama|ada|kwa|only|from|@|:\s*$/i
const NEAR = 40
/** Below it, a number beside no word of price is hardly one. */
const BARE_PRICE_FROM = 100

/** `A16` is a name: as a source its number counts, in a reply it is no claim. */
function readNumber({ n1, s1 }: Groups, { before, after }: Around): Read[] {
  const values = toValues(n1 ?? '', s1)
  const plain = values.map((value) => `n:${value}`)
  if (/[\p{L}]-?$/u.test(before)) return [{ kind: 'quantity', keys: [], loose: plain }]
  const isCount = UNIT_OR_STOCK.test(after) || STOCK_BEFORE.test(before)
  const isPriced = PRICE_WORD.test(
    before
      .slice(-NEAR)
      .split(/[.!?\n]/)
      .at(-1) ?? '',
  )
  const isMoney = (value: number) => !isCount && (isPriced || value >= BARE_PRICE_FROM)
  const bare = values.filter(isMoney).map((value) => `b:${value}`)
  return [{ kind: 'quantity', keys: plain, loose: [...plain, ...bare] }]
}
