import { z } from 'zod'
import { parseMoney } from '#app/i18n/money.ts'
import type { NewCoupon } from '#app/platform/billing/coupons.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { parseFields, readForm, refusal, toFields } from '#app/routes/account/posted-form.server.ts'
import type { Parsed } from '#app/routes/account/posted-form.server.ts'
import { checkbox } from '#app/routes/form-fields.ts'

const MONTHS_MAX = 60
const USES_MAX = 1_000_000
const DAY_MS = 86_400_000

const whole = (max: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, check) => {
      if (text === '') return null
      const number = Number(text.replace(/[\s,]/g, ''))
      if (Number.isInteger(number) && number >= 1 && number <= max) return number
      check.addIssue({ code: 'custom', message: 'invalid_number' })
      return null
    })

const form = z.object({
  couponCode: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{3,24}$/i, 'coupon_code'),
  percent: whole(100),
  amount: z.string().trim().default(''),
  months: whole(MONTHS_MAX),
  usesMax: whole(USES_MAX),
  validUntil: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^\d{4}-\d\d-\d\d$/.test(text), 'invalid'),
  isForNew: checkbox,
})

/** A posted coupon; `plan` may stand several times. Days end at midnight of the platform's zone. */
export async function parseCoupon(
  request: Request,
  { plans, now, dayEnds }: { plans: string[]; now: number; dayEnds: (day: string) => number },
): Promise<Parsed<NewCoupon>> {
  const posted = await readForm(request)
  const fields = toFields(posted)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return parsed
  const {
    couponCode,
    percent,
    amount: typed,
    months,
    usesMax,
    validUntil,
    isForNew,
  } = parsed.values
  const refuse = (field: string, reason: string) =>
    ({ ok: false, result: refusal({ [field]: reason }, fields) }) as const
  const amount = typed === '' ? null : parseMoney(typed, PLATFORM_CURRENCY)
  if (amount === undefined || (amount !== null && amount <= 0))
    return refuse('amount', 'invalid_number')
  if ((percent === null) === (amount === null)) return refuse('percent', 'coupon_worth')
  const until = validUntil === '' ? null : dayEnds(validUntil)
  if (until !== null && !(until > now && until < now + 3650 * DAY_MS))
    return refuse('validUntil', 'date_past')
  const chosen = posted.getAll('plan').filter((one) => typeof one === 'string')
  const only = plans.filter((id) => chosen.includes(id))
  return {
    ok: true,
    values: {
      ...{ code: couponCode.toUpperCase(), percent, amount, months, usesMax, isForNew },
      currency: amount === null ? null : PLATFORM_CURRENCY,
      ...{ validUntil: until, plans: only.length > 0 ? only : null },
    },
  }
}
