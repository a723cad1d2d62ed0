import { z } from 'zod'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { emailField, languageField, personNameField } from '#app/routes/account/fields.ts'
import { optionalText } from '#app/routes/form-fields.ts'

/** Somebody who is written to about invoices and payments. */
export const contactForm = z.object({
  name: personNameField,
  email: emailField,
  phone: optionalText(30).transform((text, check) => {
    if (text === '') return null
    const phone = parsePhone(text)?.e164
    if (phone === undefined) check.addIssue({ code: 'custom', message: 'invalid_phone' })
    return phone ?? null
  }),
  language: languageField,
})
