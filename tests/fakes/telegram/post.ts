import { z } from 'zod'
import { toSeconds } from '../http/clock.ts'
import { done, refused, tooMany } from './answers.ts'
import type { Answer, Refusal } from './answers.ts'
import { findMessage, keepMessage, openChat, toChatInfo } from './chats.ts'
import type { Chat, Message } from './chats.ts'
import { refuseMarkup } from './keyboard.ts'
import type { Call } from './methods.ts'
import { isYes } from './params.ts'
import type { CallParams } from './params.ts'
import { waitSeconds } from './rate.ts'
import type { Bot } from './world.ts'

const replyParameters = z.object({
  message_id: z.number().int(),
  allow_sending_without_reply: z.boolean().optional(),
})

/** The bot as a user. */
export function toBotUser(bot: Bot) {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username }
}

/** Whether a call may write to its chat: the chat itself, the keyboard, the pace. */
export function openForPost(
  call: Call,
): { ok: true; chat: Chat } | { ok: false; refusal: Refusal } {
  const { world, bot, params } = call
  const opened = openChat(bot, params.chat_id)
  if (!opened.ok) return opened
  const refusal = refuseMarkup(params.reply_markup)
  if (refusal) return { ok: false, refusal }
  const seconds = waitSeconds(world, bot, opened.chat)
  return seconds > 0 ? { ok: false, refusal: tooMany(seconds) } : opened
}

/** Put a message with this content into the chat and answer it. */
export function postContent(call: Call, content: Record<string, unknown>): Answer {
  const opened = openForPost(call)
  if (!opened.ok) return opened.refusal
  const quoted = findQuoted(call.bot, opened.chat, call.params)
  if (quoted === 'missing') return refused(400, 'message to be replied not found')
  return done(addMessage(call, opened.chat, { reply_to_message: quoted, ...content }))
}

/** Add a message of the bot to a chat that was opened before. */
export function addMessage(call: Call, chat: Chat, content: Record<string, unknown>): Message {
  const { world, bot, params } = call
  const now = world.clock.now()
  chat.lastMessageId += 1
  bot.sendTimes.push({ chatId: chat.id, at: now })
  return keepMessage(bot, {
    message_id: chat.lastMessageId,
    date: toSeconds(now),
    chat: toChatInfo(chat),
    from: toBotUser(bot),
    ...content,
    reply_markup: params.reply_markup,
  })
}

function findQuoted(bot: Bot, chat: Chat, params: CallParams): Message | 'missing' | undefined {
  const quote = replyParameters.safeParse(params.reply_parameters)
  if (!quote.success) return undefined
  const found = findMessage(bot, chat.id, quote.data.message_id)
  if (found || isYes(quote.data.allow_sending_without_reply)) return found
  return 'missing'
}
