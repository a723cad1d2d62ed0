import { refused } from './answers.ts'
import type { Refusal } from './answers.ts'
import type { Bot } from './world.ts'

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'
export type ChatState = 'member' | 'blocked' | 'deactivated' | 'kicked' | 'left' | 'uninitiated'

export type ChatInfo = {
  id: number
  type: ChatType
  title?: string
  username?: string
  first_name?: string
  last_name?: string
}
export type Chat = ChatInfo & { state: ChatState; migratedTo?: number; lastMessageId: number }

/** A message as the API shows it; `message_id` is unique only inside its chat. */
export type Message = {
  message_id: number
  date: number
  chat: ChatInfo
  from?: Record<string, unknown>
  reply_markup?: unknown
  [field: string]: unknown
}

/** The chat with these facts; made when the bot has not seen it yet. */
export function rememberChat(bot: Bot, info: ChatInfo): Chat {
  const known = bot.chats.get(info.id)
  const fresh = { state: 'member' as const, lastMessageId: 1000 }
  const chat: Chat = { ...fresh, ...known, ...info }
  bot.chats.set(info.id, chat)
  return chat
}

/** The public part of a chat. */
export function toChatInfo(chat: Chat): ChatInfo {
  const { id, type, title, username, first_name, last_name } = chat
  return { id, type, title, username, first_name, last_name }
}

/** Keep a message; an id that the chat already holds is replaced. */
export function keepMessage(bot: Bot, message: Message): Message {
  const chat = bot.chats.get(message.chat.id)
  if (chat) chat.lastMessageId = Math.max(chat.lastMessageId, message.message_id)
  bot.messages = bot.messages.filter(
    (one) => one.chat.id !== message.chat.id || one.message_id !== message.message_id,
  )
  bot.messages.push(message)
  return message
}

/** The message, or undefined when the chat does not hold it. */
export function findMessage(bot: Bot, chatId: number, messageId: number): Message | undefined {
  return bot.messages.find((one) => one.chat.id === chatId && one.message_id === messageId)
}

/** The chat by id or @name, or why the bot may not write there. */
export function openChat(
  bot: Bot,
  chatId: unknown,
): { ok: true; chat: Chat } | { ok: false; refusal: Refusal } {
  const chat = findChat(bot, chatId)
  if (chatId === undefined || chatId === '') return no(refused(400, 'chat_id is empty'))
  if (!chat) return no(refused(400, 'chat not found'))
  if (chat.migratedTo !== undefined) {
    const parameters = { migrate_to_chat_id: chat.migratedTo }
    return no(refused(400, 'group chat was upgraded to a supergroup chat', parameters))
  }
  const reason = reasonNotToWrite(chat)
  return reason ? no(refused(403, reason)) : { ok: true, chat }
}

function findChat(bot: Bot, chatId: unknown): Chat | undefined {
  const text = String(chatId)
  if (!text.startsWith('@')) return bot.chats.get(Number(text)) ?? toStranger(bot, text)
  return [...bot.chats.values()].find((chat) => `@${chat.username}` === text)
}

/** A person the bot has never heard of, where it takes such. */
function toStranger(bot: Bot, text: string): Chat | undefined {
  if (!bot.takesStrangers || !/^[1-9]\d{0,15}$/.test(text)) return undefined
  return rememberChat(bot, { id: Number(text), type: 'private' })
}

function reasonNotToWrite(chat: Chat): string | undefined {
  switch (chat.state) {
    case 'member':
      return undefined
    case 'blocked':
      return 'bot was blocked by the user'
    case 'deactivated':
      return 'user is deactivated'
    case 'kicked':
      return `bot was kicked from the ${chat.type} chat`
    case 'left':
      return `bot is not a member of the ${chat.type} chat`
    case 'uninitiated':
      return "bot can't initiate conversation with a user"
  }
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
