import { z } from 'zod'

/**
 * What we read of Meta's messages. Everything else is let through unread: Meta adds fields, and
 * a message is never lost because of one.
 */

const text = z.string()
const optionalText = z.string().optional().catch(undefined)
const degrees = z.union([z.number(), z.string().transform(Number)]).pipe(z.number())

const media = z.looseObject({
  id: text,
  mime_type: optionalText,
  sha256: optionalText,
  caption: optionalText,
  filename: optionalText,
  voice: z.boolean().optional().catch(undefined),
})

const card = z.looseObject({
  name: z.looseObject({ formatted_name: optionalText }).optional().catch(undefined),
  phones: z
    .array(z.looseObject({ phone: optionalText, wa_id: optionalText }))
    .optional()
    .catch(undefined),
  emails: z
    .array(z.looseObject({ email: optionalText }))
    .optional()
    .catch(undefined),
  org: z.looseObject({ company: optionalText }).optional().catch(undefined),
})

const choice = z.looseObject({ id: optionalText, title: optionalText, description: optionalText })

export const contentSchemas = {
  text: z.looseObject({ body: text }),
  media,
  location: z.looseObject({
    latitude: degrees.pipe(z.number().min(-90).max(90)),
    longitude: degrees.pipe(z.number().min(-180).max(180)),
    name: optionalText,
    address: optionalText,
    url: optionalText,
  }),
  contacts: z.array(card).min(1),
  button: z.looseObject({ text: optionalText, payload: optionalText }),
  interactive: z.looseObject({
    type: text,
    button_reply: choice.optional(),
    list_reply: choice.optional(),
    nfm_reply: z
      .looseObject({ name: optionalText, body: optionalText, response_json: optionalText })
      .optional(),
    call_permission_reply: z.looseObject({ response: optionalText }).optional(),
  }),
  order: z.looseObject({
    catalog_id: optionalText,
    text: optionalText,
    product_items: z.array(
      z.looseObject({
        product_retailer_id: text,
        quantity: z.coerce.number(),
        item_price: z.coerce.number(),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
    ),
  }),
  reaction: z.looseObject({ message_id: text, emoji: optionalText }),
  edit: z.looseObject({
    original_message_id: text,
    message: z.looseObject({ type: optionalText }),
  }),
  revoke: z.looseObject({ original_message_id: text }),
  system: z.looseObject({
    type: optionalText,
    body: optionalText,
    wa_id: optionalText,
    new_wa_id: optionalText,
    user_id: optionalText,
    previous_user_id: optionalText,
  }),
}

export const errorSchema = z.looseObject({
  code: z.coerce.number(),
  title: optionalText,
  message: optionalText,
  error_data: z.looseObject({ details: optionalText }).optional().catch(undefined),
})

/** The frame of every message; the content stands under the name of its type. */
export const messageSchema = z.looseObject({
  id: z.string().min(1).max(512),
  type: z.string().max(64).catch('unknown'),
  from: z
    .string()
    .regex(/^\+?\d{5,20}$/)
    .optional()
    .catch(undefined),
  to: z.string().max(160).optional().catch(undefined),
  from_user_id: z.string().min(3).max(160).optional().catch(undefined),
  timestamp: z.union([z.string(), z.number()]).optional().catch(undefined),
  group_id: optionalText,
  context: z
    .looseObject({ id: optionalText, forwarded: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  referral: z
    .looseObject({
      ...{ source_url: optionalText, source_id: optionalText, source_type: optionalText },
      ...{ headline: optionalText, body: optionalText, ctwa_clid: optionalText },
    })
    .optional()
    .catch(undefined),
  errors: z.array(errorSchema).optional().catch(undefined),
})

export type WaMessage = z.infer<typeof messageSchema>

export const contactSchema = z.looseObject({
  wa_id: optionalText,
  user_id: optionalText,
  profile: z
    .looseObject({ name: optionalText, username: optionalText })
    .optional()
    .catch(undefined),
})

export type WaContact = z.infer<typeof contactSchema>

export const statusSchema = z.looseObject({
  id: z.string().min(1).max(512),
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  timestamp: z.union([z.string(), z.number()]).optional().catch(undefined),
  biz_opaque_callback_data: optionalText,
  errors: z.array(errorSchema).optional().catch(undefined),
})

export const templateStatusSchema = z.looseObject({
  event: z.string().min(1).max(64),
  message_template_name: z.string().min(1),
  message_template_language: z.string().min(1),
  reason: z.string().max(200).optional().catch(undefined),
})
