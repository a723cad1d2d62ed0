import { z } from 'zod'
import { parseEmail } from '#app/credentials/email.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { prospectStages } from '#app/platform/sales/stages.ts'
import { checkbox, numberField, optionalText, orNull, requiredText } from './form-fields.ts'

/** Where the platform's own people work. */
export const PLATFORM_ZONE = 'Africa/Nairobi'
export const PLATFORM_CURRENCY = 'KES'

const TEXT_MAX = 120
const NOTE_MAX = 500

const id = z.coerce.number('invalid').int('invalid').positive('invalid')

const phone = optionalText(40).transform((text, context) => {
  const parsed = text === '' ? undefined : parsePhone(text)
  if (text !== '' && !parsed) context.addIssue({ code: 'custom', message: 'invalid_phone' })
  return parsed?.e164 ?? ''
})

const email = optionalText(200).transform((text, context) => {
  const parsed = text === '' ? undefined : parseEmail(text)
  if (text !== '' && !parsed) context.addIssue({ code: 'custom', message: 'invalid_email' })
  return parsed ?? ''
})

/** An amount in the platform's currency, minor units. */
export const platformMoney = z.string().transform((text, context) => {
  const minor = parseMoney(text, PLATFORM_CURRENCY)
  if (minor === undefined) context.addIssue({ code: 'custom', message: 'invalid_number' })
  return minor ?? 0
})

const wallTime = z
  .string()
  .transform((text) => fromWallTime(text, PLATFORM_ZONE))
  .pipe(z.number('invalid_date'))

const facts = {
  name: requiredText(TEXT_MAX),
  industry: z.enum(industrySlugs, { error: 'industry_unknown' }),
  city: optionalText(80),
  contactName: optionalText(TEXT_MAX),
  ...{ phone, email },
  source: optionalText(TEXT_MAX),
  planId: orNull(z.string().max(40, 'invalid_choice')).default(null),
  value: orNull(platformMoney).default(null),
  nextAction: optionalText(NOTE_MAX),
  nextActionAt: orNull(wallTime).default(null),
}

/** Everything one can say of a prospect. */
export const prospectForm = z.object(facts)

export const newProspectForm = z.object({
  ...facts,
  repId: orNull(id).default(null),
  isAnother: checkbox,
})

/** Where a prospect goes, and why where that ends it. */
export const prospectMoveForm = z.object({
  stage: z.enum(prospectStages, { error: 'invalid_choice' }),
  reason: optionalText(NOTE_MAX),
})

export const givingForm = z.object({ repId: id })
export const linkingForm = z.object({ slug: requiredText(60) })
export const noteForm = z.object({ text: requiredText(5_000) })

/** What was shown to whoever decides. */
const decision = {
  repId: id,
  upTo: id,
  /** minor units */
  amount: z.coerce.number('invalid').int('invalid'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'invalid'),
}
export const decisionForm = z.object(decision)
export const payoutForm = z.object({ ...decision, reference: requiredText(60) })

export const rateForm = z.object({
  repId: orNull(id).default(null),
  planId: orNull(z.string().max(40, 'invalid_choice')).default(null),
  oneTime: platformMoney,
  percent: numberField(0, 100),
  months: numberField(0, 120).pipe(z.number().int('whole_number')),
})

export const territoryForm = z.object({ city: requiredText(80), repId: id })
