import { z } from 'zod'
import type { ContactAddress } from '#app/domain/conversations/inbound.ts'
import type { ChannelEnv, ConnectedEndpoint, EndpointCheck } from '../channel.ts'
import { callTelegram } from './api.server.ts'
import type { TelegramProblem } from './api.server.ts'
import { pressAnswerOf } from './press-answer.ts'
import type { TelegramSettings } from './settings.ts'
import { READ_KINDS } from './update.ts'

/** Calls Telegram makes at the same time; each chat waits for its own. */
const CONNECTIONS_MAX = 20

type Endpoint = ConnectedEndpoint<TelegramSettings>

const bot = z.looseObject({ username: z.string().optional().catch(undefined) })
const webhookInfo = z.looseObject({ url: z.string().catch('') })

/**
 * Whether the token works and the bot's updates still come to us. A bot has one webhook, and
 * anybody with its token can point it elsewhere without a word: that raises an alarm.
 */
export async function check(endpoint: Endpoint, env: ChannelEnv): Promise<EndpointCheck> {
  const { botToken } = endpoint.settings
  const me = await callTelegram(env, botToken, 'getMe')
  if (me.kind !== 'ok') return toProblem(me)
  const info = await callTelegram(env, botToken, 'getWebhookInfo')
  if (info.kind !== 'ok') return toProblem(info)
  const { url } = webhookInfo.catch({ url: '' }).parse(info.result)
  if (url === '') {
    const set = await pointHere(endpoint, env, url)
    if (set) return set
  } else if (!isOurs(url, endpoint)) return TAKEN
  return { ok: true, displayName: displayNameOf(me.result) }
}

/**
 * Points the bot's webhook at us, whoever had it before. Without a public address it stays as
 * it is, and the operator sets it by hand.
 */
export async function connect(endpoint: Endpoint, env: ChannelEnv): Promise<EndpointCheck> {
  const { botToken } = endpoint.settings
  const me = await callTelegram(env, botToken, 'getMe')
  if (me.kind !== 'ok') return toProblem(me)
  const info = await callTelegram(env, botToken, 'getWebhookInfo')
  const { url } = webhookInfo.catch({ url: '' }).parse(info.kind === 'ok' ? info.result : undefined)
  const problem = await pointHere(endpoint, env, url)
  return problem ?? { ok: true, displayName: displayNameOf(me.result) }
}

/** "typing…" for at most five seconds; a customer's message has no read mark on Telegram. */
export async function markRead(
  { to, isTyping }: { providerId: string; to: ContactAddress; isTyping: boolean },
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<void> {
  if (!isTyping || !to.userId) return
  const params = { chat_id: Number(to.userId), action: 'typing' }
  await callTelegram(env, settings.botToken, 'sendChatAction', { params })
}

/** A pressed button turns until it is answered; one that means nothing here says so. */
export async function acknowledge(
  raw: Buffer,
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<void> {
  const params = pressAnswerOf(raw)
  if (params) await callTelegram(env, settings.botToken, 'answerCallbackQuery', { params })
}

/** @returns the problem, if there is one */
async function pointHere(
  endpoint: Endpoint,
  env: ChannelEnv,
  current: string,
): Promise<EndpointCheck | undefined> {
  const { botToken, secretToken } = endpoint.settings
  const own = env.telegram.webhookOrigin && `${env.telegram.webhookOrigin}${pathOf(endpoint)}`
  const url = isOurs(current, endpoint) ? current : own
  if (!url) return undefined
  const params = {
    ...{ url, secret_token: secretToken, max_connections: CONNECTIONS_MAX },
    allowed_updates: READ_KINDS,
  }
  const set = await callTelegram(env, botToken, 'setWebhook', { params })
  return set.kind === 'ok' ? undefined : toProblem(set)
}

/** The key in the path is ours alone; the host may be any that leads here. */
function isOurs(url: string, endpoint: Endpoint): boolean {
  return URL.canParse(url) && new URL(url).pathname.endsWith(pathOf(endpoint))
}

function pathOf({ key }: Endpoint): string {
  return `/webhooks/telegram/${key}`
}

function displayNameOf(me: unknown): string | undefined {
  const username = bot.safeParse(me).data?.username
  return username ? `@${username}` : undefined
}

const TAKEN: EndpointCheck = {
  ok: false,
  reason: 'Another program receives this bot’s messages: its webhook points elsewhere. Reconnect.',
  ...{ flagsEndpoint: true, retry: 'never' },
}

function toProblem(problem: TelegramProblem): Extract<EndpointCheck, { ok: false }> {
  if (problem.kind !== 'refused') {
    return { ok: false, reason: problem.reason, flagsEndpoint: false, retry: 'later' }
  }
  const { code, description } = problem
  if (code === 401) {
    const reason = 'Telegram does not accept the bot token. Reconnect the bot.'
    return { ok: false, reason, flagsEndpoint: true, retry: 'never' }
  }
  const isPassing = code === 429 || code >= 500
  const reason = description.slice(0, 200) || `telegram_${code}`
  return { ok: false, reason, flagsEndpoint: false, retry: isPassing ? 'later' : 'never' }
}
