import { z } from 'zod'
import type { SettingsParts } from '../channel.ts'

const TOKEN_CHARS_MAX = 80
/** `<bot id>:<secret>`; anything else is refused by Telegram before it looks at it. */
const TOKEN = /^[1-9]\d*:[A-Za-z0-9_-]+$/

/** What an owner types in to connect a bot. */
export const telegramSettings = z.strictObject({
  botToken: z.string().trim().max(TOKEN_CHARS_MAX).regex(TOKEN),
  /** comes back in a header of every call: the only proof that Telegram made it */
  secretToken: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,256}$/),
})

export type TelegramSettings = z.infer<typeof telegramSettings>

export function toParts(settings: TelegramSettings): SettingsParts {
  const botId = botIdOf(settings.botToken)
  return {
    externalId: botId,
    config: {},
    secrets: { botToken: settings.botToken, secretToken: settings.secretToken },
    hasOwnSecret: true,
    name: `Telegram ${botId}`,
  }
}

function botIdOf(botToken: string): string {
  return botToken.slice(0, botToken.indexOf(':'))
}
