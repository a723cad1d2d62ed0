import { z } from 'zod'
import { interactiveSchema } from './interactive-schema.ts'

/** Limits of outgoing messages (contract, section 5). */
const TEXT_MAX = 4096
const CAPTION_MAX = 1024
const CALLBACK_DATA_MAX_BYTES = 512
const CONTACTS_MAX = 5

const base = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.string().optional(),
  recipient: z.string().optional(),
  context: z.object({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z
    .string()
    .refine((data) => Buffer.byteLength(data) <= CALLBACK_DATA_MAX_BYTES)
    .optional(),
}

const source = { id: z.string().optional(), link: z.url({ protocol: /^https?$/ }).optional() }
const media = z
  .strictObject(source)
  .refine((file) => Boolean(file.id) !== Boolean(file.link), 'Give exactly one of id and link')
const sound = z
  .strictObject({ ...source, voice: z.boolean().optional() })
  .refine((file) => Boolean(file.id) !== Boolean(file.link), 'Give exactly one of id and link')
const captioned = z
  .strictObject({ ...source, caption: z.string().max(CAPTION_MAX).optional() })
  .refine((file) => Boolean(file.id) !== Boolean(file.link), 'Give exactly one of id and link')
const named = z
  .strictObject({
    ...source,
    caption: z.string().max(CAPTION_MAX).optional(),
    filename: z.string().max(240).optional(),
  })
  .refine((file) => Boolean(file.id) !== Boolean(file.link), 'Give exactly one of id and link')

const degrees = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
const location = z.object({
  latitude: degrees,
  longitude: degrees,
  name: z.string().optional(),
  address: z.string().optional(),
})

const contact = z.looseObject({ name: z.looseObject({ formatted_name: z.string().min(1) }) })

const parameter = z.looseObject({ type: z.string(), parameter_name: z.string().optional() })
const template = z.object({
  name: z.string().min(1),
  language: z.looseObject({ code: z.string().min(2) }),
  components: z
    .array(
      z.looseObject({
        type: z.string().transform((type) => type.toLowerCase()),
        sub_type: z.string().optional(),
        index: z.union([z.string(), z.number()]).optional(),
        parameters: z.array(parameter).optional(),
      }),
    )
    .optional(),
})
export type TemplateUse = z.output<typeof template>

/** Every kind of message that `POST /{phone_number_id}/messages` takes. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('text'),
    text: z.object({ body: z.string().min(1).max(TEXT_MAX), preview_url: z.boolean().optional() }),
  }),
  z.object({ ...base, type: z.literal('image'), image: captioned }),
  z.object({ ...base, type: z.literal('video'), video: captioned }),
  z.object({ ...base, type: z.literal('audio'), audio: sound }),
  z.object({ ...base, type: z.literal('sticker'), sticker: media }),
  z.object({ ...base, type: z.literal('document'), document: named }),
  z.object({ ...base, type: z.literal('location'), location }),
  z.object({
    ...base,
    type: z.literal('contacts'),
    contacts: z.array(contact).min(1).max(CONTACTS_MAX),
  }),
  z.object({
    ...base,
    type: z.literal('reaction'),
    reaction: z.object({ message_id: z.string().min(1), emoji: z.string() }),
  }),
  z.object({ ...base, type: z.literal('interactive'), interactive: interactiveSchema }),
  z.object({ ...base, type: z.literal('template'), template }),
])
export type OutgoingMessage = z.output<typeof messageSchema>

/** A read mark, with or without the typing bubble. */
export const readSchema = z.object({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal('text') }).optional(),
})
