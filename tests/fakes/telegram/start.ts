import { json } from '../http/exchange.ts'
import type { FakeRequest } from '../http/exchange.ts'
import { answerFrom } from '../http/router.ts'
import { listen } from '../http/server.ts'
import { answerApi } from './api.ts'
import { controlRoutes } from './control.ts'
import { actionsOf } from './fake.ts'
import type { TelegramActions } from './fake.ts'
import { executeReply } from './reply-call.ts'
import type { SettingsPatch } from './settings.ts'
import { addBot, createWorld } from './world.ts'
import type { BotConfig } from './world.ts'

export type TelegramFakeOptions = {
  port?: number
  host?: '127.0.0.1'
  bots: BotConfig[]
  /** Let setWebhook take plain http and any port: for a receiver on the same machine. */
  allowInsecureWebhooks?: boolean
  /** Factor on retry delays and update lifetimes (1 = as the vendor). */
  timeScale?: number
  settings?: SettingsPatch
}

/** `url` is the origin to put into `TELEGRAM_API_URL`. */
export type TelegramFake = TelegramActions & { url: string; close(): Promise<void> }

/**
 * Start a Telegram Bot API of one's own: `/bot<token>/…` and `/file/bot<token>/…` for the
 * business, `/_control/…` for whoever plays the people. Source: contract telegram.md.
 */
export async function startTelegramFake(options: TelegramFakeOptions): Promise<TelegramFake> {
  const world = createWorld(options)
  const actions = actionsOf(world)
  world.runReply = (bot, body) => executeReply(world, bot, body)
  if (options.settings) actions.configure(options.settings)
  for (const bot of options.bots) addBot(world, bot)
  const routes = controlRoutes(actions)
  const answer = async (request: FakeRequest) =>
    request.path.startsWith('/_control')
      ? ((await answerFrom(routes, request)) ?? json({ error: 'no such control address' }, 404))
      : answerApi(world, request)
  const server = await listen(answer, options)
  return {
    ...actions,
    url: server.url,
    close: async () => {
      world.background.stop()
      await server.close()
    },
  }
}
