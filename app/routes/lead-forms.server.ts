import { z } from 'zod'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { optionalText, orNull, requiredText, wholeNumberField } from './form-fields.ts'

const TEXT_MAX = 120
const NOTE_MAX = 500
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const id = z.coerce.number('invalid').int('invalid').positive('invalid')

/** Everything one can say of a lead. Money is read in `currency`, times in `timeZone`. */
export function leadForm({ currency, timeZone }: { currency: string; timeZone: string }) {
  return z.object({
    title: optionalText(TEXT_MAX),
    value: orNull(money(currency)).default(null),
    probability: orNull(wholeNumberField(0, 100)).default(null),
    expectedOn: orNull(z.string().regex(DAY, 'invalid_date')).default(null),
    ownerId: orNull(id).default(null),
    nextAction: optionalText(NOTE_MAX),
    nextActionAt: orNull(zonedTime(timeZone)).default(null),
    source: optionalText(TEXT_MAX),
  })
}

/** What is needed to begin with one. */
export function newLeadForm(currency: string) {
  return z.object({
    contactId: z.coerce.number('required').int('required').positive('required'),
    stageId: id,
    title: optionalText(TEXT_MAX),
    value: orNull(money(currency)).default(null),
    /** where it began */
    conversationId: id.optional(),
  })
}

/** Where a lead goes, and above which other one. */
export const leadMoveForm = z.object({
  stageId: id,
  beforeId: id.optional(),
  lostReason: optionalText(NOTE_MAX),
})

export const stageForm = z.object({
  name: requiredText(40),
  probability: wholeNumberField(0, 100),
})

/** What is written into one field of a lead; what fits is the field's own matter. */
export const leadFieldForm = z.object({ value: requiredText(NOTE_MAX) })

/** The field of a lead that an address names. */
export function toFieldTarget(params: { id?: string; key?: string }) {
  return { leadId: Number(params.id), key: params.key ?? '' }
}

/** `datetime-local` as the browser sends it, in the company's zone. */
function zonedTime(timeZone: string) {
  return z
    .string()
    .transform((text) => fromWallTime(text, timeZone))
    .pipe(z.number('invalid_date'))
}

function money(currency: string) {
  return z.string().transform((text, context) => {
    const minor = parseMoney(text, currency)
    if (minor === undefined) context.addIssue({ code: 'custom', message: 'invalid_number' })
    return minor ?? 0
  })
}
