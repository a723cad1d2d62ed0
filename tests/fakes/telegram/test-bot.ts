import { startReceiver } from '../http/receiver.ts'
import { startTelegramFake } from './start.ts'
import type { TelegramFake, TelegramFakeOptions } from './start.ts'

export const TOKEN = '222:TESTTOKEN'
export const ANN = { id: 1111111, first_name: 'Ann' }

/** One bot wired to a receiver; a vendor's second lasts five milliseconds. */
export async function startBot(options: Partial<TelegramFakeOptions> = {}) {
  const receiver = await startReceiver()
  const webhookUrl = `${receiver.url}/hook`
  const fake = await startTelegramFake({
    bots: [{ token: TOKEN, username: 'shop_bot', webhookUrl, secretToken: 's_3c' }],
    timeScale: 0.005,
    ...options,
  })
  fake.addChat(TOKEN, { id: ANN.id, type: 'private', first_name: 'Ann' })
  const close = async () => {
    await fake.close()
    await receiver.close()
  }
  return { fake, receiver, close }
}

type Envelope = {
  ok: boolean
  result: Record<string, unknown> & { message_id: number }
  description: string
  error_code: number
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** Call a method with JSON, or with a form when the parameters are one. */
export async function call(
  fake: TelegramFake,
  method: string,
  params: Record<string, unknown> | FormData = {},
  token = TOKEN,
) {
  const isForm = params instanceof FormData
  const response = await fetch(`${fake.url}/bot${token}/${method}`, {
    method: 'POST',
    headers: isForm ? {} : { 'content-type': 'application/json' },
    body: isForm ? params : JSON.stringify(params),
  })
  const json = (await response.json()) as Envelope
  return { status: response.status, headers: response.headers, json }
}

/** sendMessage to Ann. */
export function sendText(fake: TelegramFake, text = 'hi', more: Record<string, unknown> = {}) {
  return call(fake, 'sendMessage', { chat_id: ANN.id, text, ...more })
}
