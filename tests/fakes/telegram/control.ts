import { z } from 'zod'
import { control, controlRead } from '../http/control-call.ts'
import { bytes, json } from '../http/exchange.ts'
import { route } from '../http/router.ts'
import type { Route } from '../http/router.ts'
import type { TelegramActions } from './fake.ts'
import {
  blockSchema,
  chatSchema,
  editSchema,
  inboundSchema,
  pressSchema,
} from './inbound-schema.ts'
import { settingsPatch, telegramFault } from './settings.ts'
import { botSchema } from './world.ts'

const album = z.object({ messages: z.array(inboundSchema).min(2).max(10) })
const kind = z.object({ kind: z.string() })
const raw = z.object({ body: z.string(), secretToken: z.string().nullable().optional() })
const migration = z.object({ chatId: z.number().int(), toChatId: z.number().int() })
const clock = z.object({ advanceMs: z.number().int().nonnegative() })

/** The fake's own addresses for other processes, all below `/_control`. */
export function controlRoutes(fake: TelegramActions): Route[] {
  return [deliverRoutes, networkRoutes, readRoutes, botRoutes, faultRoutes].flatMap((rows) =>
    rows(fake),
  )
}

function deliverRoutes(fake: TelegramActions): Route[] {
  const post = (name: string, answer: Route['answer']) =>
    route('POST', `/_control/bots/:token/${name}`, answer)
  return [
    post(
      'message',
      control(inboundSchema, (it, { token = '' }) => fake.deliverMessage(token, it)),
    ),
    post(
      'album',
      control(album, (it, { token = '' }) => fake.deliverAlbum(token, it.messages)),
    ),
    post(
      'edit',
      control(editSchema, (it, { token = '' }) => fake.deliverEdit(token, it)),
    ),
    post(
      'press',
      control(pressSchema, (it, { token = '' }) => fake.pressButton(token, it)),
    ),
    post(
      'block',
      control(blockSchema, (it, { token = '' }) => fake.setBlocked(token, it)),
    ),
    post(
      'update',
      control(z.looseObject({}), (it, { token = '' }) => fake.deliverUpdate(token, it)),
    ),
  ]
}

function networkRoutes(fake: TelegramActions): Route[] {
  const post = (name: string, answer: Route['answer']) =>
    route('POST', `/_control/bots/:token/${name}`, answer)
  return [
    post(
      'raw',
      control(raw, ({ body, ...it }, { token = '' }) => fake.deliverRaw(token, body, it)),
    ),
    post(
      'hold',
      control(kind, (it, { token = '' }) => fake.holdUpdates(token, it.kind)),
    ),
    post(
      'release',
      controlRead(({ token = '' }) => fake.releaseUpdates(token)),
    ),
    post(
      'redeliver',
      control(z.object({ updateId: z.number().int() }), (it, { token = '' }) =>
        fake.redeliver(token, it.updateId),
      ),
    ),
  ]
}

function readRoutes(fake: TelegramActions): Route[] {
  const bot = '/_control/bots/:token'
  const numberIn = (value: string | null) => (value === null ? undefined : Number(value))
  return [
    route(
      'GET',
      `${bot}/sent`,
      controlRead(({ token = '' }, { query }) => {
        const filter = {
          chatId: numberIn(query.get('chatId')),
          after: numberIn(query.get('after')),
        }
        return { sent: fake.sent(token, filter) }
      }),
    ),
    route(
      'GET',
      `${bot}/calls`,
      controlRead(({ token = '' }, { query }) => ({
        calls: fake.calls(token, query.get('method') ?? undefined),
      })),
    ),
    route(
      'GET',
      `${bot}/updates`,
      controlRead(({ token = '' }) => ({ updates: fake.updates(token) })),
    ),
    route('GET', `${bot}/files/:fileId`, (_, { token = '', fileId = '' }) => {
      const file = fake.findFile(token, fileId)
      return file ? bytes(file.bytes, file.mimeType) : json({ error: 'no such file' }, 404)
    }),
  ]
}

function botRoutes(fake: TelegramActions): Route[] {
  const bot = '/_control/bots/:token'
  return [
    route(
      'GET',
      '/_control/bots',
      controlRead(() => ({ bots: fake.bots() })),
    ),
    route(
      'POST',
      '/_control/bots',
      control(botSchema, (it) => fake.addBot(it)),
    ),
    route(
      'POST',
      `${bot}/chats`,
      control(chatSchema, (it, { token = '' }) => fake.addChat(token, it)),
    ),
    route(
      'POST',
      `${bot}/migrate`,
      control(migration, (it, { token = '' }) => fake.migrateChat(token, it.chatId, it.toChatId)),
    ),
    route(
      'POST',
      `${bot}/steal-webhook`,
      control(z.object({ url: z.url() }), (it, { token = '' }) => fake.stealWebhook(token, it.url)),
    ),
  ]
}

function faultRoutes(fake: TelegramActions): Route[] {
  return [
    route(
      'GET',
      '/_control/faults',
      controlRead(() => ({ faults: fake.faults() })),
    ),
    route(
      'POST',
      '/_control/faults',
      control(telegramFault, (it) => fake.fail(it)),
    ),
    route(
      'DELETE',
      '/_control/faults',
      controlRead(() => fake.clearFaults()),
    ),
    route(
      'PUT',
      '/_control/settings',
      control(settingsPatch, (it) => fake.configure(it)),
    ),
    route(
      'POST',
      '/_control/clock',
      control(clock, (it) => fake.advanceClock(it.advanceMs)),
    ),
  ]
}
