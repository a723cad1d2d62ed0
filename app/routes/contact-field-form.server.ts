import { z } from 'zod'
import { fieldTypes } from '#app/domain/contacts/schema.server.ts'

const CHOICES_MAX = 50

/** One of the company's own fields of a contact; choices stand one on a line. */
export const contactFieldForm = z.object({
  name: z.string('required').trim().min(1, 'required').max(60, 'too_long'),
  type: z.enum(fieldTypes).default('text'),
  choices: z
    .string()
    .default('')
    .transform((text) => {
      const lines = text.split('\n').map((line) => line.trim().slice(0, 60))
      return [...new Set(lines.filter((line) => line !== ''))].slice(0, CHOICES_MAX)
    }),
})
