import { z } from 'zod'
import type {
  ChannelEnv,
  ConnectedEndpoint,
  OutboundFile,
  OutboundMessage,
  SendResult,
} from '../channel.ts'
import { callTelegram } from './api.server.ts'
import type { TelegramResult } from './api.server.ts'
import { toSendFailure } from './failures.ts'
import { toCall } from './payloads.ts'
import type { TelegramCall } from './payloads.ts'
import { toProviderId } from './receive.ts'
import type { TelegramSettings } from './settings.ts'

/** A 50 MB document on a slow line. */
const UPLOAD_TIMEOUT_FACTOR = 8

type Endpoint = ConnectedEndpoint<TelegramSettings>

const sentSchema = z.looseObject({
  message_id: z.number().int(),
  date: z.number(),
  chat: z.looseObject({ id: z.number().int() }),
})

/**
 * Sends one message, asked for exactly once: Telegram has no key against doubles and tells
 * nothing later, so an answer that never came leaves the message unconfirmed.
 */
export async function send(
  message: OutboundMessage,
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<SendResult> {
  const chatId = message.to.userId
  if (!chatId || !/^-?\d{1,16}$/.test(chatId)) {
    const reason = 'The contact has no chat with this bot.'
    return { kind: 'failed', code: 'no_address', reason, retry: 'never' }
  }
  const result = await sendTo(chatId, message, endpoint, env)
  // A group that moved: surely not taken under the old id, so asking again cannot double it.
  const movedTo = result.kind === 'refused' ? result.migrateTo : undefined
  if (movedTo === undefined) return toSendResult(result)
  const moved = toSendResult(await sendTo(movedTo, message, endpoint, env))
  return moved.kind === 'accepted' ? { ...moved, address: { userId: movedTo } } : moved
}

async function sendTo(
  chatId: string,
  message: OutboundMessage,
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<TelegramResult> {
  const call = toCall(message, chatId)
  if (!message.file) return callTelegram(env, settings.botToken, call.method, call)
  return callTelegram(env, settings.botToken, call.method, {
    form: await toForm(call, message.file),
    timeoutMs: env.requestTimeoutMs * UPLOAD_TIMEOUT_FACTOR,
  })
}

function toSendResult(result: TelegramResult): SendResult {
  if (result.kind !== 'ok') return toSendFailure(result)
  const read = sentSchema.safeParse(result.result)
  if (!read.success) return { kind: 'unknown', reason: 'answer_without_id' }
  const { message_id, date, chat } = read.data
  return { kind: 'accepted', providerId: toProviderId(chat.id, message_id), at: date * 1000 }
}

async function toForm(call: TelegramCall, file: OutboundFile): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(call.params)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const bytes = new Uint8Array(await file.read())
  form.set(call.fileField ?? 'document', new Blob([bytes], { type: file.mimeType }), file.name)
  return form
}
