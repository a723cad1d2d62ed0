import { z } from 'zod'

const button = z.looseObject({
  type: z.enum(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'FLOW']),
  text: z.string().max(25).optional(),
  url: z.string().max(2000).optional(),
  phone_number: z.string().max(20).optional(),
})

const component = z.looseObject({
  type: z.enum(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']),
  format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']).optional(),
  text: z.string().max(1024).optional(),
  example: z
    .looseObject({
      body_text: z.array(z.array(z.string())).optional(),
      header_text: z.array(z.string()).optional(),
      header_handle: z.array(z.string()).optional(),
    })
    .optional(),
  buttons: z.array(button).max(10).optional(),
})
export type TemplateComponent = z.output<typeof component>

/** What `POST /{waba}/message_templates` takes. */
export const templateInput = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2,4})?$/),
  category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']),
  components: z.array(component).min(1),
})

export const templateEdit = templateInput.pick({ category: true, components: true }).partial()

export const templateStatus = z.enum([
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
])

export type Template = z.output<typeof templateInput> & {
  id: string
  wabaId: string
  status: z.output<typeof templateStatus>
}

/** Distinct variable names of a text in order: `{{1}}` → `1`, `{{first_name}}` → `first_name`. */
export function variablesOf(text: string | undefined): string[] {
  const found = [...(text ?? '').matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)]
  return [...new Set(found.map((match) => match[1] ?? ''))]
}
