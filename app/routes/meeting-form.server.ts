import { z } from 'zod'
import { parseEmail } from '#app/credentials/email.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { numberField, optionalText } from './form-fields.ts'
import { PLATFORM_ZONE } from './prospect-form.server.ts'

const ATTENDEES_MAX = 10

const people = optionalText(1_000).transform((text, context) => {
  const typed = text.split(/[\s,;]+/).filter(Boolean)
  const parsed = typed.map(parseEmail)
  if (parsed.some((one) => !one)) context.addIssue({ code: 'custom', message: 'invalid_email' })
  if (typed.length > ATTENDEES_MAX) context.addIssue({ code: 'custom', message: 'too_many_people' })
  return [...new Set(parsed.flatMap((one) => one ?? []))]
})

/** When and where a prospect is shown the product, and who comes. */
export const meetingForm = z.object({
  startsAt: z
    .string()
    .transform((text) => fromWallTime(text, PLATFORM_ZONE))
    .pipe(z.number('invalid_date')),
  minutes: numberField(5, 480),
  place: optionalText(200),
  attendees: people,
  note: optionalText(500),
})
