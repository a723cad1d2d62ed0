import { toPlainEmoji } from '#app/domain/conversations/emoji.ts'
import type { ChangeResult, ChannelEnv, ConnectedEndpoint, SentTarget } from '../channel.ts'
import { callTelegram } from './api.server.ts'
import type { TelegramSettings } from './settings.ts'

type Endpoint = ConnectedEndpoint<TelegramSettings>

/** Asking for what is so already, or for a message that is gone, is no failure. */
const DONE_ALREADY = /message is not modified|message to delete not found/i

/** setMessageReaction; a bot has one reaction on a message. */
export function react(
  { emoji, ...target }: SentTarget & { emoji: string | null },
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<ChangeResult> {
  const reaction = emoji === null ? [] : [{ type: 'emoji', emoji: toPlainEmoji(emoji) }]
  return change('setMessageReaction', { target, more: { reaction } }, endpoint, env)
}

export function edit(
  { text, ...target }: SentTarget & { text: string },
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<ChangeResult> {
  return change('editMessageText', { target, more: { text } }, endpoint, env)
}

/** For both sides, within 48 hours. */
export function remove(
  target: SentTarget,
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<ChangeResult> {
  return change('deleteMessage', { target }, endpoint, env)
}

async function change(
  method: string,
  { target, more }: { target: SentTarget; more?: Record<string, unknown> },
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<ChangeResult> {
  const [chatId, messageId] = target.providerId.split(':').map(Number)
  const params = { chat_id: chatId, message_id: messageId, ...more }
  const result = await callTelegram(env, settings.botToken, method, { params })
  if (result.kind === 'ok') return { kind: 'done' }
  if (result.kind !== 'refused') return { kind: 'failed', reason: result.reason, retry: 'later' }
  const { code, description, retryAfterMs } = result
  if (DONE_ALREADY.test(description)) return { kind: 'done' }
  const retry = code === 429 || code >= 500 ? 'later' : 'never'
  return { kind: 'failed', reason: `telegram_${code}`, retry, retryAfterMs }
}
