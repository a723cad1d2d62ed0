import { z } from 'zod'
import { parseMoney } from '#app/i18n/money.ts'
import type { AddOnFacts } from '#app/platform/billing/add-on-edit.server.ts'
import { limitNames } from '#app/platform/billing/plans.server.ts'
import type { LimitName } from '#app/platform/billing/plans.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { parseFields } from '#app/routes/account/posted-form.server.ts'
import type { Parsed } from '#app/routes/account/posted-form.server.ts'
import { checkbox, requiredText } from '#app/routes/form-fields.ts'

const NAME_MAX = 60
const LIMIT_MAX = 1_000_000_000

const wholeOrNone = z
  .string()
  .trim()
  .default('')
  .transform((text, check) => {
    const number = text === '' ? 0 : Number(text.replace(/[\s,]/g, ''))
    const isFine = Number.isInteger(number) && number >= 0 && number <= LIMIT_MAX
    if (!isFine) check.addIssue({ code: 'custom', message: 'invalid_number' })
    return number
  })
const limitFields = Object.fromEntries(
  limitNames.map((name) => [`limit_${name}`, wholeOrNone]),
) as Record<`limit_${LimitName}`, typeof wholeOrNone>

const form = z.object({
  name: requiredText(NAME_MAX),
  monthly: requiredText(20).transform((text, check) => {
    const amount = parseMoney(text, PLATFORM_CURRENCY)
    if (amount === undefined) check.addIssue({ code: 'custom', message: 'invalid_number' })
    return amount ?? 0
  }),
  isOffered: checkbox,
  ...limitFields,
})

/** A posted add-on; what it adds nothing to is left empty. */
export function parseAddOn(fields: Record<string, string>): Parsed<AddOnFacts> {
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return parsed
  const { name, monthly, isOffered, ...rest } = parsed.values
  const limits = Object.fromEntries(
    limitNames.flatMap((limit) => {
      const more = rest[`limit_${limit}`]
      return more > 0 ? [[limit, more]] : []
    }),
  )
  return { ok: true, values: { name, monthly, isOffered, limits } }
}
