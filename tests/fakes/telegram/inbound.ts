import { randomInt } from 'node:crypto'
import { toSeconds } from '../http/clock.ts'
import { UnknownName } from '../http/control-call.ts'
import { sampleFile } from '../http/sample-files.ts'
import { findMessage, keepMessage, rememberChat, toChatInfo } from './chats.ts'
import type { ChatInfo, Message } from './chats.ts'
import { factsOf, toFileContent } from './file-content.ts'
import { storeFile } from './files.ts'
import { editSchema, inboundSchema } from './inbound-schema.ts'
import type { InboundEdit, InboundFile, InboundMessage, ParsedInbound } from './inbound-schema.ts'
import { pushUpdate } from './queue.ts'
import type { PendingUpdate } from './queue.ts'
import type { Bot, World } from './world.ts'

/** Somebody writes to the bot; a channel's message becomes a `channel_post` without `from`. */
export function receiveMessage(world: World, bot: Bot, input: InboundMessage): PendingUpdate {
  const parsed = inboundSchema.parse(input)
  const chat = rememberChat(bot, chatOf(parsed))
  const message: Message = {
    message_id: parsed.messageId ?? chat.lastMessageId + 1,
    date: parsed.date ?? toSeconds(world.clock.now()),
    chat: toChatInfo(chat),
    ...(chat.type === 'channel' ? { sender_chat: toChatInfo(chat) } : { from: parsed.from }),
    reply_to_message: parsed.replyTo && findMessage(bot, chat.id, parsed.replyTo),
    media_group_id: parsed.mediaGroupId,
    ...contentOf(bot, parsed),
    ...parsed.more,
  }
  keepMessage(bot, message)
  const kind = chat.type === 'channel' ? 'channel_post' : 'message'
  return push(world, bot, kind, message)
}

/** An album: one message per picture, tied together by `media_group_id`. */
export function receiveAlbum(world: World, bot: Bot, inputs: InboundMessage[]): PendingUpdate[] {
  const mediaGroupId = String(randomInt(1e12))
  return inputs.map((input) => receiveMessage(world, bot, { ...input, mediaGroupId }))
}

/** Somebody changes what they wrote. */
export function receiveEdit(world: World, bot: Bot, input: InboundEdit): PendingUpdate {
  const { chatId, messageId, ...change } = editSchema.parse(input)
  const message = findMessage(bot, chatId, messageId)
  if (!message) throw new UnknownName(`no message ${messageId} in chat ${chatId}`)
  const edited = { ...message, ...change, edit_date: toSeconds(world.clock.now()) }
  keepMessage(bot, edited)
  const kind = message.chat.type === 'channel' ? 'edited_channel_post' : 'edited_message'
  return push(world, bot, kind, edited)
}

/** Queue an update of a kind with the bot's next id. */
export function push(world: World, bot: Bot, kind: string, content: unknown): PendingUpdate {
  const update = { update_id: bot.nextUpdateId, [kind]: content }
  bot.nextUpdateId += 1
  return pushUpdate(world, bot, update)
}

function chatOf({ chat, from }: ParsedInbound): ChatInfo {
  if (chat) return chat
  const { id = 0, first_name, last_name, username } = from ?? {}
  return { id, type: 'private', first_name, last_name, username }
}

function contentOf(bot: Bot, input: ParsedInbound): Record<string, unknown> {
  switch (input.type) {
    case 'text':
      return { text: input.text, entities: commandIn(input.text) }
    case 'location':
      return { location: input.location }
    case 'contact':
      return { contact: input.contact }
    case 'other':
      return {}
    default:
      return { ...fileOf(bot, input), caption: input.caption }
  }
}

function fileOf(bot: Bot, input: InboundFile) {
  const { folder, sample } = factsOf(input.type)
  const standIn = sampleFile(sample)
  const bytes = input.base64 === undefined ? standIn.bytes : Buffer.from(input.base64, 'base64')
  const { fileName, size, mimeType = standIn.mimeType } = input
  const file = storeFile(bot, { bytes, mimeType, fileName, size, folder })
  return toFileContent(bot, input.type, file)
}

function commandIn(text: string) {
  const command = /^\/\w+(@\w+)?/.exec(text)?.[0]
  return command && [{ type: 'bot_command', offset: 0, length: command.length }]
}
