import { z } from 'zod'

const loose = z.looseObject({})

/** Who writes and the fields every message may carry. Give `from`, `userId` or both. */
const common = {
  /** Phone digits (wa_id). Left out for a customer who hides the number. */
  from: z.string().regex(/^\d+$/).optional(),
  /** Business-scoped user id, `CC.<alnum>`. */
  userId: z.string().optional(),
  parentUserId: z.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
  id: z.string().optional(),
  /** Unix seconds; now unless given. */
  timestamp: z.number().int().optional(),
  context: loose.optional(),
  referral: loose.optional(),
  groupId: z.string().optional(),
  /** Errors beside the content. */
  errors: z.array(loose).optional(),
}

/** Bytes as base64, or text put in as UTF-8; without either a small stand-in file is used. */
const file = {
  ...common,
  mediaId: z.string().optional(),
  base64: z.string().optional(),
  mimeType: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
  voice: z.boolean().optional(),
  animated: z.boolean().optional(),
  /** The newer direct address inside the webhook. */
  url: z.string().optional(),
  /** What the media look-up answers instead of the fake's own address. */
  urlOverride: z.string().optional(),
  redirectTo: z.string().optional(),
}

const edited = z.looseObject({ type: z.string() })

/** Every inbound type of the contract's section 4, plus `other` for types yet unknown. */
export const inboundSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), text: z.string() }),
  z.object({ ...file, type: z.enum(['image', 'video', 'audio', 'document', 'sticker']) }),
  z.object({
    ...common,
    type: z.literal('location'),
    location: z.looseObject({
      latitude: z.union([z.number(), z.string()]),
      longitude: z.union([z.number(), z.string()]),
    }),
  }),
  z.object({ ...common, type: z.literal('contacts'), contacts: z.array(loose) }),
  z.object({ ...common, type: z.literal('button'), button: loose }),
  z.object({ ...common, type: z.literal('interactive'), interactive: edited }),
  z.object({
    ...common,
    type: z.literal('reaction'),
    reaction: z.object({ message_id: z.string(), emoji: z.string().optional() }),
  }),
  z.object({ ...common, type: z.literal('order'), order: loose }),
  z.object({ ...common, type: z.literal('system'), system: loose }),
  z.object({
    ...common,
    type: z.literal('edit'),
    edit: z.object({ original_message_id: z.string(), message: edited }),
  }),
  z.object({
    ...common,
    type: z.literal('revoke'),
    revoke: z.object({ original_message_id: z.string() }),
  }),
  z.object({ ...common, type: z.enum(['ephemeral', 'unsupported', 'request_welcome']) }),
  z.object({ ...common, type: z.literal('other'), typeName: z.string(), content: z.unknown() }),
])

export type InboundMessage = z.input<typeof inboundSchema>
export type ParsedInbound = z.output<typeof inboundSchema>
export type InboundFile = Extract<ParsedInbound, { mimeType?: string }>

export const inboundBatch = z.object({
  messages: z.array(inboundSchema).min(1),
  /** How they share the POST: in one value, as changes of one entry, or as entries. */
  as: z.enum(['messages', 'changes', 'entries']).default('messages'),
})

/** A message staff sent from the phone: field `smb_message_echoes`. */
export const echoSchema = z.looseObject({
  to: z.string(),
  type: z.string(),
  id: z.string().optional(),
  timestamp: z.number().int().optional(),
})
export type Echo = z.input<typeof echoSchema>
