import { isDeepStrictEqual } from 'node:util'
import { toSeconds } from '../http/clock.ts'
import { done, refused } from './answers.ts'
import type { Answer, Refusal } from './answers.ts'
import { readCaption } from './call-file.ts'
import { readText } from './call-text.ts'
import { findMessage, openChat } from './chats.ts'
import type { Message } from './chats.ts'
import { refuseMarkup } from './keyboard.ts'
import type { Call } from './methods.ts'

const DELETE_LIMIT_SECONDS = 48 * 3600
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message'

/** editMessageText */
export function editText(call: Call): Answer {
  const read = readText(call)
  return read.ok ? edit(call, { text: read.text }) : read.refusal
}

/** editMessageCaption */
export function editCaption(call: Call): Answer {
  const read = readCaption(call.params)
  return read.ok ? edit(call, { caption: read.text || undefined }) : read.refusal
}

/** editMessageReplyMarkup */
export function editMarkup(call: Call): Answer {
  return edit(call, {})
}

/** deleteMessage */
export function deleteMessage(call: Call): Answer {
  const found = findTarget(call)
  if (!found.ok) return found.refusal
  const { message } = found
  if (!message) return refused(400, 'message to delete not found')
  const age = toSeconds(call.world.clock.now()) - message.date
  if (age > DELETE_LIMIT_SECONDS) return refused(400, "message can't be deleted for everyone")
  call.bot.messages = call.bot.messages.filter((one) => one !== message)
  return done(true)
}

function edit(call: Call, content: Record<string, unknown>): Answer {
  const found = findTarget(call)
  if (!found.ok) return found.refusal
  const { message } = found
  if (!message) return refused(400, 'message to edit not found')
  if (message.from?.id !== call.bot.id) return refused(400, "message can't be edited")
  const refusal = refuseMarkup(call.params.reply_markup)
  if (refusal) return refusal
  const next = { ...content, reply_markup: call.params.reply_markup }
  const isSame = Object.entries(next).every(([name, value]) =>
    isDeepStrictEqual(message[name], value),
  )
  if (isSame) return refused(400, NOT_MODIFIED)
  return done(Object.assign(message, next, { edit_date: toSeconds(call.world.clock.now()) }))
}

function findTarget({
  bot,
  params,
}: Call): { ok: true; message: Message | undefined } | { ok: false; refusal: Refusal } {
  const opened = openChat(bot, params.chat_id)
  if (!opened.ok) return opened
  return { ok: true, message: findMessage(bot, opened.chat.id, Number(params.message_id)) }
}
