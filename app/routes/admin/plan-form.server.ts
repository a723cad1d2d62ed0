import { z } from 'zod'
import { parseMoney } from '#app/i18n/money.ts'
import { limitNames } from '#app/platform/billing/plans.server.ts'
import type { LimitName, Limits } from '#app/platform/billing/plans.server.ts'
import type { PlanFacts } from '#app/platform/companies/plan-edit.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { parseFields } from '#app/routes/account/posted-form.server.ts'
import type { Parsed } from '#app/routes/account/posted-form.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'

const NAME_MAX = 40
const TRIAL_DAYS_MAX = 365
const LIMIT_MAX = 1_000_000_000

const money = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .transform((text, check) => {
    const amount = parseMoney(text, PLATFORM_CURRENCY)
    if (amount === undefined) check.addIssue({ code: 'custom', message: 'invalid_number' })
    return amount ?? 0
  })
const wholeOrNone = z
  .string()
  .trim()
  .default('')
  .transform((text, check) => {
    if (text === '') return null
    const number = Number(text.replace(/[\s,]/g, ''))
    const isFine = Number.isInteger(number) && number >= 0 && number <= LIMIT_MAX
    if (!isFine) check.addIssue({ code: 'custom', message: 'invalid_number' })
    return number
  })
const limitFields = Object.fromEntries(
  limitNames.map((name) => [`limit_${name}`, wholeOrNone]),
) as Record<`limit_${LimitName}`, typeof wholeOrNone>

const form = z.object({
  name: requiredText(NAME_MAX),
  trialDays: z.coerce
    .number({ error: 'invalid_number' })
    .int('invalid_number')
    .min(0, 'invalid_number')
    .max(TRIAL_DAYS_MAX, 'invalid_number'),
  monthly: money,
  setupFee: money,
  overage: z
    .string()
    .default('')
    .pipe(z.union([z.literal('').transform(() => null), money])),
  ...limitFields,
})

/** A posted plan; an empty limit is none, an empty price beyond the limit stops there. */
export function parsePlan(fields: Record<string, string>): Parsed<PlanFacts> {
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return parsed
  const { name, trialDays, monthly, setupFee, overage, ...rest } = parsed.values
  const limits = Object.fromEntries(
    limitNames.map((limit) => [limit, rest[`limit_${limit}`]]),
  ) as Limits
  const beyond = overage === null ? {} : { answers: overage }
  return { ok: true, values: { name, trialDays, monthly, setupFee, limits, overage: beyond } }
}
