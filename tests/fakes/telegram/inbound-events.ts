import { randomBytes } from 'node:crypto'
import { toSeconds } from '../http/clock.ts'
import { findMessage, rememberChat, toChatInfo } from './chats.ts'
import { push } from './inbound.ts'
import { blockSchema, pressSchema } from './inbound-schema.ts'
import type { Block, ButtonPress } from './inbound-schema.ts'
import { toBotUser } from './post.ts'
import type { PendingUpdate } from './queue.ts'
import type { Bot, World } from './world.ts'

/** Somebody presses an inline button: its own queue, per person. */
export function receivePress(world: World, bot: Bot, input: ButtonPress): PendingUpdate {
  const { from, data, chatId = from.id, messageId, ...rest } = pressSchema.parse(input)
  const { id: userId, first_name } = from
  const known = bot.chats.get(chatId)
  const chat = known ?? rememberChat(bot, { id: userId, type: 'private', first_name })
  const id = rest.id ?? randomBytes(9).toString('hex')
  bot.callbacks.set(id, { at: world.clock.now() })
  const found = messageId === undefined ? undefined : findMessage(bot, chatId, messageId)
  const gone = { message_id: messageId ?? 1, date: 0, chat: toChatInfo(chat) }
  const message = rest.inaccessible || !found ? gone : found
  const query = { id, from, chat_instance: String(-chatId), data, message }
  return push(world, bot, 'callback_query', query)
}

/** Somebody blocks the bot or lets it back in. */
export function receiveBlock(world: World, bot: Bot, input: Block): PendingUpdate {
  const { from, blocked } = blockSchema.parse(input)
  const { id, first_name, username } = from
  const chat = rememberChat(bot, { id, type: 'private', first_name, username })
  chat.state = blocked ? 'blocked' : 'member'
  const user = toBotUser(bot)
  const member = { user, status: 'member' }
  const kicked = { user, status: 'kicked', until_date: 0 }
  const content = {
    chat: toChatInfo(chat),
    from,
    date: toSeconds(world.clock.now()),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  }
  return push(world, bot, 'my_chat_member', content)
}
