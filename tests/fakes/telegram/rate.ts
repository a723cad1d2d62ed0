import type { Chat } from './chats.ts'
import type { Bot, World } from './world.ts'

/** Published guidance, not contract: the switch is off unless a test turns it on. */
const CHAT_INTERVAL_MS = 1000
const BOT_MAX_PER_SECOND = 30
const GROUP_MAX_PER_MINUTE = 20

/** Seconds to wait before the next message to the chat; 0 when it may go now. */
export function waitSeconds(world: World, bot: Bot, chat: Chat): number {
  if (!world.settings.rateLimits) return 0
  const now = world.clock.now()
  bot.sendTimes = bot.sendTimes.filter(({ at }) => now - at < 60_000)
  const inChat = bot.sendTimes.filter(({ chatId }) => chatId === chat.id)
  const lastInChat = inChat.at(-1)?.at
  if (lastInChat !== undefined && now - lastInChat < CHAT_INTERVAL_MS) return 1
  if (bot.sendTimes.filter(({ at }) => now - at < 1000).length >= BOT_MAX_PER_SECOND) return 1
  const isGroup = chat.type === 'group' || chat.type === 'supergroup'
  const oldest = inChat[0]?.at ?? now
  if (!isGroup || inChat.length < GROUP_MAX_PER_MINUTE) return 0
  return Math.max(1, Math.ceil((oldest + 60_000 - now) / 1000))
}
