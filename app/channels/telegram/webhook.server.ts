import { createHash, timingSafeEqual } from 'node:crypto'
import type { ChannelWebhook } from '../channel.ts'
import type { TelegramSettings } from './settings.ts'
import { readUpdate } from './update.ts'

const BODY_BYTES_MAX = 1024 * 1024
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** Telegram's calls: a shared secret in a header, no handshake, one update in each. */
export const telegramWebhook: ChannelWebhook<TelegramSettings> = {
  bodyMax: BODY_BYTES_MAX,
  verify: ({ headers }, settings) => isSame(headers[SECRET_HEADER], settings.secretToken),
  partOf: (rawBody) => {
    const update = readUpdate(rawBody)
    if (!update) return { kind: 'refuse', status: 400 }
    // Delivered at least once: the id is what tells a repeat.
    return { kind: 'store', eventId: String(update.update_id), raw: rawBody }
  },
}

/** Digests have one length, so the comparison tells nothing about the secret's. */
function isSame(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string' || given === '') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
