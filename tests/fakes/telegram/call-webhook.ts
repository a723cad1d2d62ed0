import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { toSeconds } from '../http/clock.ts'
import { done, refused, tooMany } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Call } from './methods.ts'
import { isYes, textOf } from './params.ts'
import { dropPending, pump } from './queue.ts'
import { refuseSecret, refuseWebhookUrl } from './webhook-rules.ts'
import type { Bot } from './world.ts'

const allowed = z.array(z.string()).catch([])
const connections = z.coerce.number().int().min(1).max(100).catch(40)
const CONFLICT =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** setWebhook: an empty url removes it, a second call in flight is refused. */
export async function setWebhook(call: Call): Promise<Answer> {
  const { world, bot, params } = call
  if (bot.isSettingWebhook) return tooMany(1)
  bot.isSettingWebhook = true
  await world.background.sleep(world.settings.setWebhookMs)
  bot.isSettingWebhook = false
  const url = textOf(params.url)
  if (url === '') return deleteWebhook(call)
  const secret = params.secret_token === undefined ? undefined : textOf(params.secret_token)
  const refusal = refuseWebhookUrl(url, world.allowInsecureWebhooks) ?? refuseSecret(secret)
  if (refusal) return refusal
  if (isYes(params.drop_pending_updates)) dropPending(bot)
  const webhook = {
    url,
    secretToken: secret || undefined,
    maxConnections: connections.parse(params.max_connections ?? 40),
    allowedUpdates: allowed.parse(params.allowed_updates ?? []),
  }
  const isSame = isDeepStrictEqual(bot.webhook, webhook)
  Object.assign(bot, { webhook, lastError: undefined, goneSince: undefined })
  pump(world, bot)
  return done(true, isSame ? 'Webhook is already set' : 'Webhook was set')
}

/** deleteWebhook */
export function deleteWebhook({ bot, params }: Call): Answer {
  const description = bot.webhook ? 'Webhook was deleted' : 'Webhook is already deleted'
  bot.webhook = undefined
  if (isYes(params.drop_pending_updates)) dropPending(bot)
  return done(true, description)
}

/** getWebhookInfo */
export function getWebhookInfo({ bot }: Call): Answer {
  const { webhook, lastError } = bot
  return done({
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: bot.pending.length,
    last_error_date: lastError && toSeconds(lastError.at),
    last_error_message: lastError?.message,
    max_connections: webhook?.maxConnections,
    allowed_updates: webhook?.allowedUpdates.length ? webhook.allowedUpdates : undefined,
  })
}

/** getUpdates without waiting: what is pending from `offset` on. */
export function getUpdates({ bot, params }: Call): Answer {
  if (bot.webhook) return refused(409, CONFLICT)
  const offset = Number(params.offset ?? 0)
  if (offset > 0) confirm(bot, offset)
  const limit = Math.min(Math.max(Number(params.limit ?? 100), 1), 100)
  return done(bot.pending.slice(0, limit).map((entry) => entry.update))
}

function confirm(bot: Bot, offset: number) {
  for (const entry of bot.pending) {
    if (entry.update.update_id < offset) entry.state = 'delivered'
  }
  bot.pending = bot.pending.filter((entry) => entry.state === 'pending')
}
