import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { signEvent } from '#tests/fakes/stripe/sign.ts'
import { signMeta } from '#tests/fakes/whatsapp/sign.ts'
import { hostileBody } from './hostile.ts'
import {
  chatBodies,
  mpesaCallbacks,
  stripeEvents,
  telegramUpdates,
  whatsAppCalls,
} from './vendor-samples.ts'
import type { FuzzWorld } from './world.ts'

/** An address that takes bodies from outside: what is sent there, and how it is signed. */
export type Target = {
  name: string
  bodies: Arbitrary<Buffer>
  /** whether a session or a key has to be made anew, so that no limit answers instead */
  renewAfter?: number
  prepare?: (world: FuzzWorld) => Promise<Record<string, string>> | Record<string, string>
  call: (world: FuzzWorld, body: Buffer) => Call
}
type Call = { host: string; path: string; headers: Record<string, string> }

const JSON_TYPE = { 'content-type': 'application/json' }
const ANYWHERE = 'anywhere.test'
const ORIGIN = 'https://shop.example'

/** Every door for machines. What is sent is signed as its vendor signs. */
export const targets: Target[] = [
  {
    name: 'WhatsApp, at a company’s address',
    bodies: hostileBody(whatsAppCalls('106540352242922')),
    call: ({ whatsApp }, body) => ({
      ...{ host: ANYWHERE, path: `/webhooks/whatsapp-cloud/${whatsApp.key}` },
      headers: { ...JSON_TYPE, 'x-hub-signature-256': signMeta('own-secret', body) },
    }),
  },
  {
    name: 'WhatsApp, at the operator’s address',
    bodies: hostileBody([...whatsAppCalls('106540352242999'), ...whatsAppCalls('9')]),
    call: ({ appSecret }, body) => ({
      ...{ host: 'app.localhost', path: '/webhooks/whatsapp-cloud' },
      headers: { ...JSON_TYPE, 'x-hub-signature-256': signMeta(appSecret, body) },
    }),
  },
  {
    name: 'Telegram',
    bodies: hostileBody(telegramUpdates),
    call: ({ telegram }) => ({
      ...{ host: ANYWHERE, path: `/webhooks/telegram/${telegram.key}` },
      headers: { ...JSON_TYPE, 'x-telegram-bot-api-secret-token': 'telegram_secret' },
    }),
  },
  {
    name: 'M-Pesa',
    bodies: hostileBody(mpesaCallbacks),
    call: ({ mpesaToken }) => ({
      ...{ host: 'app.localhost', path: `/hooks/pay/stk/${mpesaToken}` },
      headers: JSON_TYPE,
    }),
  },
  {
    name: 'Stripe',
    bodies: hostileBody(stripeEvents),
    call: ({ stripe }, body) => {
      const at = Math.floor(Date.now() / 1000)
      const signature = signEvent(body.toString(), { secret: stripe.webhookSecret, at })
      const headers = { ...JSON_TYPE, 'stripe-signature': signature }
      return { host: 'app.localhost', path: '/webhooks/stripe', headers }
    },
  },
  ...Object.entries(chatBodies).map(([path, samples]): Target => ({
    name: `the chat of a website, ${path}`,
    bodies: hostileBody(samples),
    renewAfter: 25,
    prepare: openVisit,
    call: ({ chat }) => ({
      ...{ host: ANYWHERE, path: `/chat/${chat.key}/${path}` },
      headers: { ...JSON_TYPE, origin: ORIGIN },
    }),
  })),
  {
    name: 'the API, a message',
    bodies: hostileBody([{ text: 'Habari' }]),
    renewAfter: 100,
    prepare: (world) => ({ authorization: `Bearer ${world.newApiKey()}` }),
    call: ({ own, ids }) => ({
      host: own.host,
      path: `/api/v1/conversations/${ids.of('conversations', 'anna')}/messages`,
      headers: JSON_TYPE,
    }),
  },
]

/** Headers, paths and keys that nobody sends, at every door. */
export const strangeHeaders: Arbitrary<Record<string, string>> = fc
  .constantFrom(
    ...[
      {},
      {},
      { 'content-type': 'text/html' },
      { 'content-type': 'application/json; charset=utf-16' },
    ],
    ...[{ 'content-encoding': 'gzip' }, { 'content-type': 'multipart/form-data; boundary=' }],
    ...[{ 'x-forwarded-for': 'not an address' }, { cookie: 'baraza_member=%00; =; ;;' }],
    ...[{ authorization: 'Bearer \u00ff' }, { 'idempotency-key': 'x'.repeat(500) }],
    ...[{ 'accept-language': 'xx-'.repeat(500) }, { 'if-none-match': '*' }, { range: 'bytes=9-1' }],
  )
  .map((headers) => headers as Record<string, string>)

async function openVisit({ server, chat }: FuzzWorld): Promise<Record<string, string>> {
  const { body } = await server.fetch({
    ...{ host: ANYWHERE, path: `/chat/${chat.key}/session`, method: 'POST', body: '{}' },
    headers: { ...JSON_TYPE, origin: ORIGIN, 'x-forwarded-for': randomAddress() },
  })
  return { authorization: `Bearer ${(JSON.parse(body) as { token: string }).token}` }
}

export function randomAddress(): string {
  const part = () => Math.floor(Math.random() * 254) + 1
  return `102.${part()}.${part()}.${part()}`
}
