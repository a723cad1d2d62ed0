import { startReceiver } from '../http/receiver.ts'
import type { SettingsPatch } from './settings.ts'
import { startWhatsAppFake } from './start.ts'
import type { WhatsAppFake } from './start.ts'

export const PHONE_ID = '106540352242922'
export const WABA_ID = '102290129340398'
export const TOKEN = 'EAAtest'
export const CUSTOMER = '254712345678'
export const SECRET = 'meta_app_secret_0123456789abcdef'

/** One number wired to a receiver; quick retries, statuses by hand unless told. */
export async function startNumber(settings: SettingsPatch = {}) {
  const receiver = await startReceiver()
  const fake = await startWhatsAppFake({
    appSecret: SECRET,
    numbers: [
      {
        phoneNumberId: PHONE_ID,
        displayPhoneNumber: '+1 555-078-3881',
        wabaId: WABA_ID,
        accessToken: TOKEN,
        webhookUrl: `${receiver.url}/hook`,
        verifyToken: 'verify-me',
      },
    ],
    statuses: settings.statuses ?? 'manual',
    settings: { retryBaseMs: 5, ...settings },
  })
  const close = async () => {
    await fake.close()
    await receiver.close()
  }
  return { fake, receiver, close }
}

/** Call the Graph side; `body` is sent as JSON unless it is a form. */
export async function graph(
  fake: WhatsAppFake,
  method: string,
  path: string,
  body?: unknown,
  token = TOKEN,
) {
  const isForm = body instanceof FormData
  const response = await fetch(`${fake.url}/v23.0/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
  })
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Reply,
  }
}

type Reply = {
  error: { code: number; error_subcode?: number; error_data: { details: string } }
  messages: Array<{ id: string; message_status?: string }>
  contacts: Array<Record<string, string>>
  [field: string]: unknown
}

/** Send a message to the customer and return status and JSON. */
export function send(fake: WhatsAppFake, fields: Record<string, unknown>, token?: string) {
  const body = { messaging_product: 'whatsapp', to: CUSTOMER, ...fields }
  return graph(fake, 'POST', `${PHONE_ID}/messages`, body, token)
}

/** A text message to the customer. */
export function sendText(fake: WhatsAppFake, body = 'Hai', more: Record<string, unknown> = {}) {
  return send(fake, { type: 'text', text: { body }, ...more })
}
