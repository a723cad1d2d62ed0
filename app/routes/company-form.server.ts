import { z } from 'zod'
import { isCurrency } from '#app/domain/company/currencies.ts'
import { isTimeZone } from '#app/domain/company/zones.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { languages } from '#app/i18n/languages.ts'
import { optionalText, orNull, requiredText } from './form-fields.ts'

const NAME_MAX = 80
const DESCRIPTION_MAX = 2_000
const LINE_MAX = 200

const phone = z
  .string()
  .transform((text) => parsePhone(text)?.e164 ?? '')
  .refine((e164) => e164 !== '', 'invalid_phone')

const website = z
  .string()
  .trim()
  .max(LINE_MAX, 'too_long')
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'invalid_url' }))

/** The company's profile and region, as posted. */
export const profileForm = z.object({
  name: requiredText(NAME_MAX),
  description: optionalText(DESCRIPTION_MAX),
  phone: orNull(phone),
  email: orNull(z.string().trim().max(254, 'too_long').pipe(z.email('invalid_email'))),
  website: orNull(website),
  address: orNull(z.string().trim().max(LINE_MAX, 'too_long')),
  timeZone: z.string().refine(isTimeZone, 'invalid_time_zone'),
  currency: z.string().refine(isCurrency, 'invalid_choice'),
  language: z.enum(languages, 'invalid_choice'),
})
