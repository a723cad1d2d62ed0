import { z } from 'zod'
import { parseEmail } from '#app/credentials/email.ts'
import { languages } from '#app/i18n/languages.ts'

const NAME_LENGTH_MAX = 80
/** What a form may hold at all; the rules of a password are the credentials'. */
const TYPED_LENGTH_MAX = 1_000

/** Any text that must be there. The messages are error codes of the catalogue. */
export const typed = z.string({ error: 'required' }).max(TYPED_LENGTH_MAX, 'invalid')
export const needed = typed.min(1, 'required')

export const emailField = needed.transform((value, check) => {
  const email = parseEmail(value)
  if (email === undefined) check.addIssue({ code: 'custom', message: 'invalid_email' })
  return email ?? ''
})

export const personNameField = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(NAME_LENGTH_MAX, 'invalid')
  .regex(/^[^\p{Cc}<>]*$/u, 'invalid')

export const languageField = z.enum(languages, { error: 'invalid_choice' })
export const themeField = z.enum(['system', 'light', 'dark'], { error: 'invalid_choice' })
