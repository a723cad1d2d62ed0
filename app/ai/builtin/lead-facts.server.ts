import { findNamedProducts } from '#app/domain/analytics/named-products.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { addDays, toWallTime } from '#app/domain/company/wall-time.ts'
import { toPattern, toPlain } from '#app/domain/contacts/score-rules.ts'
import type { ReadValue } from '#app/domain/lead-fields/apply-reading.server.ts'
import type { ReadMessage } from '#app/domain/lead-fields/reading.server.ts'
import type { LeadField } from '#app/industries/lead-field.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findAmount, findCount, findDay } from './lead-words.ts'

const TEXT_CHARACTERS_MAX = 160
/** “no trade-in”, “sina”: what is asked for by name is not wanted. */
const DENIED =
  /(?:^|\s)(?:no|not|don't|dont|do not|without|won't|never|sina|hakuna|bila|sitaki)\s+(?:\S+\s+){0,3}$/

type Context = { company: Pick<Company, 'timeZone'>; listProducts: (plain: string) => string[] }
type Reader = (field: LeadField, text: string, at: number, context: Context) => string | undefined

/**
 * Reads what can be read by rules alone, without a model: amounts, counts, days, and the words a
 * trade has for its choices. It leaves out more than it finds. The newest message counts.
 */
export function readLeadFacts(
  db: TenantDb,
  fields: readonly LeadField[],
  about: { messages: readonly ReadMessage[]; company: Pick<Company, 'timeZone'> },
): ReadValue[] {
  const context: Context = {
    company: about.company,
    listProducts: (plain) => findNamedProducts(db, plain).map(({ name }) => name),
  }
  const said = about.messages.filter(({ isInbound }) => isInbound).toReversed()
  return fields.flatMap((field) => {
    for (const { id, text, at } of said) {
      const value = readers[field.kind](field, text, at, context)
      if (value !== undefined) return [{ field: field.key, value, messageId: id }]
    }
    return []
  })
}

const readers: Record<LeadField['kind'], Reader> = {
  text: readText,
  number: (field, text) => findCount(toPlain(text), field.words),
  money: (field, text) =>
    sentences(toPlain(text)).flatMap((sentence) =>
      says(sentence, field.words) ? (findAmount(sentence) ?? []) : [],
    )[0],
  date: readDate,
  choice: (field, text) => field.options.find(({ words }) => says(toPlain(text), words))?.value,
  yes_no: readYesNo,
}

function readText(
  field: LeadField,
  text: string,
  _at: number,
  { listProducts }: Context,
): string | undefined {
  const products = field.takesProduct ? listProducts(toPlain(text)) : []
  if (products.length > 0) return products.join(', ')
  const sentence = sentences(text).find((one) => says(toPlain(one), field.words))
  return sentence?.trim().slice(0, TEXT_CHARACTERS_MAX) || undefined
}

function readDate(
  field: LeadField,
  text: string,
  at: number,
  { company }: Context,
): string | undefined {
  const plain = toPlain(text)
  if (field.words.length > 0 && !says(plain, field.words)) return undefined
  const today = toWallTime(at, company.timeZone).slice(0, 10)
  return findDay(plain, today, addDays)
}

function readYesNo(field: LeadField, text: string): string | undefined {
  const plain = toPlain(text)
  if (!says(plain, field.words)) return undefined
  const found = toPattern(field.words).exec(plain)
  return found && DENIED.test(plain.slice(0, found.index)) ? 'no' : 'yes'
}

function says(plain: string, words: readonly string[]): boolean {
  return words.length > 0 && toPattern(words).test(plain)
}

/** A point inside a number ends no sentence. */
function sentences(text: string): string[] {
  return text.split(/[!?\n]+|\.(?=\s|$)/).filter((part) => part.trim() !== '')
}
