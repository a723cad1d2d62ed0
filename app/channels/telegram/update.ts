import { z } from 'zod'

/** The fields of an update that we read; of several in one update the first of these counts. */
export const READ_KINDS = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const

export type ReadKind = (typeof READ_KINDS)[number]

const envelope = z.looseObject({
  update_id: z
    .number()
    .int()
    .nonnegative()
    .max(2 ** 52),
})

export type Update = z.infer<typeof envelope>

/** @returns undefined when the bytes are no update */
export function readUpdate(raw: Buffer): Update | undefined {
  try {
    const read = envelope.safeParse(JSON.parse(raw.toString('utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** What an update is about: exactly one field in Telegram's own updates. */
export function contentOf(update: Update): { kind: ReadKind; value: unknown } | undefined {
  const kind = Object.keys(update).find((key): key is ReadKind =>
    (READ_KINDS as readonly string[]).includes(key),
  )
  return kind && { kind, value: update[kind] }
}

/** What the Bot API may send beside what we read. */
const OTHER_KINDS = [
  ...['channel_post', 'edited_channel_post', 'business_connection', 'business_message'],
  ...['edited_business_message', 'deleted_business_messages', 'message_reaction_count'],
  ...['inline_query', 'chosen_inline_result', 'shipping_query', 'pre_checkout_query'],
  ...['purchased_paid_media', 'poll', 'poll_answer', 'chat_member', 'chat_join_request'],
  ...['chat_boost', 'removed_chat_boost'],
]

/** The name of what we do not read, for the log: one of the vendor's own words. */
export function unknownKindOf(update: Update): string {
  const name = Object.keys(update).find((key) => key !== 'update_id')
  if (name === undefined) return 'empty'
  return OTHER_KINDS.includes(name) ? name : 'unknown'
}

const id = z.number().int()
const text = z.string()
const optionalText = z.string().optional().catch(undefined)

const user = z.looseObject({
  id,
  is_bot: z.boolean().catch(false),
  first_name: optionalText,
  last_name: optionalText,
  username: optionalText,
  language_code: optionalText,
})
export type TelegramUser = z.infer<typeof user>

const chat = z.looseObject({ id, type: text })

const file = z.looseObject({
  file_id: z.string().min(1).max(512),
  file_size: z.number().optional().catch(undefined),
  mime_type: optionalText,
  file_name: optionalText,
})
export type TelegramFile = z.infer<typeof file>

const optionalFile = file.optional().catch(undefined)
const photoSize = file.extend({ width: z.number().catch(0), height: z.number().catch(0) })
const degrees = z.number()
const location = z.looseObject({
  latitude: degrees.min(-90).max(90),
  longitude: degrees.min(-180).max(180),
})

export const messageSchema = z.looseObject({
  message_id: id,
  date: z.number().catch(0),
  edit_date: z.number().optional().catch(undefined),
  chat,
  from: user.optional().catch(undefined),
  text: optionalText,
  caption: optionalText,
  media_group_id: optionalText,
  reply_to_message: z.looseObject({ message_id: id }).optional().catch(undefined),
  photo: z.array(photoSize).optional().catch(undefined),
  document: optionalFile,
  audio: optionalFile,
  voice: optionalFile,
  video: optionalFile,
  video_note: optionalFile,
  animation: optionalFile,
  sticker: file.extend({ emoji: optionalText }).optional().catch(undefined),
  location: location.optional().catch(undefined),
  venue: z
    .looseObject({ location, title: optionalText, address: optionalText })
    .optional()
    .catch(undefined),
  contact: z
    .looseObject({ phone_number: optionalText, first_name: optionalText, last_name: optionalText })
    .optional()
    .catch(undefined),
  poll: z.looseObject({ question: optionalText }).optional().catch(undefined),
  dice: z.looseObject({ emoji: optionalText, value: z.number() }).optional().catch(undefined),
})
export type TelegramMessage = z.infer<typeof messageSchema>

const button = z.looseObject({ text, callback_data: optionalText })

export const pressSchema = z.looseObject({
  id: z.string().min(1).max(128),
  from: user,
  data: optionalText,
  /** `date: 0` where Telegram no longer shows the message to the bot */
  message: z
    .looseObject({
      message_id: id,
      date: z.number().catch(0),
      chat,
      reply_markup: z
        .looseObject({ inline_keyboard: z.array(z.array(button)) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})

export const memberSchema = z.looseObject({
  chat,
  from: user,
  date: z.number().catch(0),
  new_chat_member: z.looseObject({ status: text }),
})

export const reactionSchema = z.looseObject({
  chat,
  message_id: id,
  user: user.optional().catch(undefined),
  date: z.number().catch(0),
  new_reaction: z.array(z.looseObject({ type: text, emoji: optionalText })),
})
