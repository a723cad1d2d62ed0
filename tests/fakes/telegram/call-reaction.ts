import { z } from 'zod'
import { done, refused } from './answers.ts'
import type { Answer } from './answers.ts'
import { findMessage, openChat } from './chats.ts'
import type { Call } from './methods.ts'

/** The emoji that Telegram allows (ReactionTypeEmoji); another one is refused, as it is there. */
const ALLOWED = new Set(
  '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  ),
)

const reactions = z.array(z.looseObject({ type: z.literal('emoji'), emoji: z.string() })).max(1)

/** setMessageReaction: a bot has at most one; an empty list takes it back. */
export function setReaction({ bot, params }: Call): Answer {
  const opened = openChat(bot, params.chat_id)
  if (!opened.ok) return opened.refusal
  const message = findMessage(bot, opened.chat.id, Number(params.message_id))
  if (!message) return refused(400, 'message to react not found')
  const read = reactions.safeParse(params.reaction ?? [])
  if (!read.success) return refused(400, "can't parse reaction")
  const [reaction] = read.data
  if (reaction && !ALLOWED.has(reaction.emoji)) return refused(400, 'REACTION_INVALID')
  return done(true)
}
