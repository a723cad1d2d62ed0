import { z } from 'zod'
import type { ContactDetails } from '#app/domain/contacts/edit.server.ts'
import { parseFieldValue } from '#app/domain/contacts/field-values.ts'
import type { CustomField } from '#app/domain/contacts/fields.server.ts'
import { contactLanguages } from '#app/domain/contacts/languages.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { readFormData, parseForm, refuseForm, textFields } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

const line = (max: number) => z.string().trim().max(max, 'too_long').default('')
const empty = z.literal('').transform(() => null)
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

const form = z.object({
  name: line(120),
  phone: z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return null
      const phone = parsePhone(text)
      if (!phone) context.addIssue({ code: 'custom', message: 'invalid_phone' })
      return phone?.e164 ?? null
    }),
  phoneVerified: ticked,
  email: z.union([empty, z.email('invalid_email').max(254, 'too_long')]).default(null),
  emailVerified: ticked,
  language: z.union([empty, z.enum(contactLanguages)]).default(null),
  location: line(120),
  source: line(80),
  campaign: line(120),
  ownerId: z.union([empty, z.coerce.number().int().positive()]).default(null),
  notes: line(5_000),
})

/** With what was typed, for what only the domain refuses. */
type ReadContactForm =
  | { ok: true; values: ContactDetails; typed: Record<string, string> }
  | Extract<ReadForm<never>, { ok: false }>

/** The form of a contact: its own fields, ticked tags, and the company's custom fields. */
export async function readContactForm(
  request: Request,
  fields: CustomField[],
): Promise<ReadContactForm> {
  const data = await readFormData(request)
  const read = parseForm(data, form)
  const custom = readFields(data, fields)
  if (!read.ok || custom.hasErrors) {
    const errors = { ...(read.ok ? {} : read.result.errors), ...custom.errors }
    return refuseForm(textFields(data), dropEmpty(errors))
  }
  const { phoneVerified, emailVerified, ...rest } = read.values
  const tagIds = data.getAll('tag').map(Number).filter(Number.isSafeInteger)
  return {
    ok: true,
    typed: textFields(data),
    values: {
      ...rest,
      ...{ isPhoneVerified: phoneVerified, isEmailVerified: emailVerified },
      ...{ tagIds, fields: custom.values },
    },
  }
}

function readFields(data: FormData, fields: CustomField[]) {
  const values: Record<number, string> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const raw = data.get(`field-${field.id}`)
    if (typeof raw !== 'string') continue
    const parsed = parseFieldValue(field, raw)
    if (parsed.ok) values[field.id] = parsed.value
    else errors[`field-${field.id}`] = parsed.reason
  }
  return { values, errors, hasErrors: Object.keys(errors).length > 0 }
}

function dropEmpty<T>(record: Record<string, T | undefined>): Record<string, T> {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as Record<string, T>
}
