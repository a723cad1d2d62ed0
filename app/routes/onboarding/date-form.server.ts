import { z } from 'zod'
import { parseEmail } from '#app/credentials/email.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { isTimeZone } from '#app/domain/company/zones.ts'
import { languages } from '#app/i18n/languages.ts'
import type { DateResult, SetupDate } from '#app/platform/onboarding/dates.server.ts'
import { numberField, optionalText } from '#app/routes/form-fields.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'

const email = optionalText(200).transform((text, context) => {
  const parsed = text === '' ? '' : parseEmail(text)
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'invalid_email' })
  return parsed ?? ''
})

/** When a rep and a client sit down together, and in which words and hours the client is told. */
const dateForm = z.object({
  startsAt: z
    .string()
    .transform((text) => fromWallTime(text, PLATFORM_ZONE))
    .pipe(z.number('invalid_date')),
  minutes: numberField(5, 480),
  place: optionalText(200),
  clientEmail: email,
  clientLanguage: z.enum(languages, 'invalid_choice'),
  clientZone: z.string().refine(isTimeZone, 'invalid_time_zone'),
})

type Agreed = { ok: true; id: number } | { ok: false; result: FormResult }

/** Reads the form and agrees on the date. @throws Response 404 out of reach */
export async function agreeOnDate(
  request: Request,
  agree: (date: SetupDate) => DateResult,
): Promise<Agreed> {
  const form = await readFormData(request)
  const read = parseForm(form, dateForm)
  if (!read.ok) return read
  const agreed = agree(read.values)
  if (agreed.ok) return agreed
  if (agreed.reason === 'not_found') throw new Response(null, { status: 404 })
  const field = agreed.reason === 'meeting_past' ? 'startsAt' : ''
  return refuseForm(textFields(form), { [field]: agreed.reason })
}
