import type { Channel } from '../channel.ts'
import { acknowledge, check, connect, markRead } from './account.server.ts'
import { edit, react, remove } from './change.server.ts'
import { fetchMedia } from './media.server.ts'
import { receive } from './receive.ts'
import { send } from './send.server.ts'
import { telegramSettings, toParts } from './settings.ts'
import type { TelegramSettings } from './settings.ts'
import { telegramWebhook } from './webhook.server.ts'

/** How long a webhook pointed elsewhere may go unseen. */
const RECHECK_MS = 30 * 60_000

/** Telegram bots (contract telegram.md). */
export const telegram: Channel<TelegramSettings> = {
  kind: 'telegram',
  settings: telegramSettings,
  toParts,
  webhook: telegramWebhook,
  receive,
  send,
  markRead,
  react,
  edit,
  remove,
  acknowledge,
  fetchMedia,
  check,
  connect,
  recheckMs: RECHECK_MS,
}
