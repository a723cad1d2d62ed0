import { z } from 'zod'
import { refused } from './answers.ts'
import type { Answer } from './answers.ts'
import { openChat } from './chats.ts'
import { readFormatted } from './formatting.ts'
import type { Call } from './methods.ts'
import { textOf } from './params.ts'
import { postContent } from './post.ts'

/** Counted in UTF-16 units, at least as strict as the vendor's own count. */
export const TEXT_MAX = 4096

const point = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
})
const contact = z.object({
  phone_number: z.string().min(1),
  first_name: z.string().min(1),
  last_name: z.string().optional(),
  vcard: z.string().optional(),
})

/** sendMessage */
export function sendText(call: Call): Answer {
  const opened = openChat(call.bot, call.params.chat_id)
  if (!opened.ok) return opened.refusal
  const read = readText(call)
  return read.ok ? postContent(call, { text: read.text }) : read.refusal
}

/** The call's `text` without its markup, or why it is refused. */
export function readText({ params }: Call): ReturnType<typeof readFormatted> {
  const read = readFormatted(textOf(params.text), params.parse_mode)
  if (!read.ok) return read
  if (read.text.trim() === '') return { ok: false, refusal: refused(400, 'message text is empty') }
  if (read.text.length > TEXT_MAX) {
    return { ok: false, refusal: refused(400, 'message is too long') }
  }
  return read
}

/** sendLocation */
export function sendLocation(call: Call): Answer {
  const location = point.safeParse(call.params)
  if (!location.success) return refused(400, 'invalid location specified')
  return postContent(call, { location: location.data })
}

/** sendContact */
export function sendContact(call: Call): Answer {
  const card = contact.safeParse(call.params)
  if (!card.success) return refused(400, 'phone number and first name are required')
  return postContent(call, { contact: card.data })
}
