import { z } from 'zod'
import { FILE_KINDS } from './file-content.ts'

const loose = z.looseObject({})

const person = z.looseObject({
  id: z.number().int(),
  first_name: z.string().default('Ann'),
  is_bot: z.boolean().default(false),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})
export type Person = z.output<typeof person>

const chat = z.object({
  id: z.number().int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
})
export const chatSchema = chat.extend({
  state: z.enum(['member', 'blocked', 'deactivated', 'kicked', 'left', 'uninitiated']).optional(),
})

/** Who writes and where; without `chat` it is the person's private chat with the bot. */
const common = {
  from: person.optional(),
  chat: chat.optional(),
  messageId: z.number().int().optional(),
  /** Unix seconds; now unless given. */
  date: z.number().int().optional(),
  replyTo: z.number().int().optional(),
  mediaGroupId: z.string().optional(),
  /** Any further fields of the Message, such as forward_origin. */
  more: loose.optional(),
}

/** Bytes as base64; without them a small stand-in file is used. `size` may claim more. */
const file = {
  ...common,
  base64: z.string().optional(),
  mimeType: z.string().optional(),
  fileName: z.string().optional(),
  size: z.number().int().optional(),
  caption: z.string().optional(),
}

const contact = z.looseObject({ phone_number: z.string(), first_name: z.string() })
const location = z.looseObject({ latitude: z.number(), longitude: z.number() })

export const inboundSchema = z
  .discriminatedUnion('type', [
    z.object({ ...common, type: z.literal('text'), text: z.string() }),
    z.object({ ...file, type: z.enum(FILE_KINDS) }),
    z.object({ ...common, type: z.literal('location'), location }),
    z.object({ ...common, type: z.literal('contact'), contact }),
    /** A content this fake does not know: the fields of `more` are all there is. */
    z.object({ ...common, type: z.literal('other'), more: loose }),
  ])
  .refine((input) => input.from ?? input.chat, 'Give from or chat')
export type InboundMessage = z.input<typeof inboundSchema>
export type ParsedInbound = z.output<typeof inboundSchema>
export type InboundFile = Extract<ParsedInbound, { caption?: string }>

export const editSchema = z.object({
  chatId: z.number().int(),
  messageId: z.number().int(),
  text: z.string().optional(),
  caption: z.string().optional(),
})
export type InboundEdit = z.input<typeof editSchema>

export const pressSchema = z.object({
  from: person,
  data: z.string().optional(),
  chatId: z.number().int().optional(),
  messageId: z.number().int().optional(),
  /** Send the message as `date: 0` with ids only, as for old messages. */
  inaccessible: z.boolean().optional(),
  id: z.string().optional(),
})
export type ButtonPress = z.input<typeof pressSchema>

export const blockSchema = z.object({ from: person, blocked: z.boolean() })
export type Block = z.input<typeof blockSchema>
