import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'

// The real server as a process of its own, killed with -9 at the moments that matter. Whatever
// was acknowledged is there once; a customer gets an answer at most once.

const NUMBER = '900100200300400'
const AMINA = '254711000111'
const SLUG = 'crash-hotel'
const SETTLED_MAX_MS = 25_000

let folder: string
let environment: Record<string, string>
let whatsApp: WhatsAppFake
let anthropic: AnthropicFake
let running: ChildProcess | undefined

beforeAll(async () => {
  whatsApp = await startWhatsAppFake({ appSecret: 'unused', numbers: [] })
  anthropic = await startAnthropicFake()
})
afterAll(async () => {
  await Promise.all([whatsApp.close(), anthropic.close()])
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-crash-'))
  environment = {
    ...{
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: String(await freePort()),
      LOG_LEVEL: 'error',
    },
    ...{ SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64') },
    ...{ WHATSAPP_GRAPH_URL: whatsApp.url, ANTHROPIC_BASE_URL: anthropic.url },
    ...{ ANTHROPIC_API_KEY: 'test', AI_DEBOUNCE_MS: '50' },
  }
  whatsApp.clearFaults()
  anthropic.reset()
  setUp()
  whatsApp.clearSent(NUMBER)
  return async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('after the 200 and before anything was read: nothing is lost, nothing doubled', async () => {
  await start()
  await write('How much is the deluxe room?')
  await kill()
  expect(stored('inbound_events')).toBe(1)
  await start()
  await until(() => sentTexts().length === 1)
  await wait(500)
  expect(messages('inbound')).toHaveLength(1)
  expect(sentTexts()).toEqual([expect.stringContaining('14,500')])
}, 120_000)

test('while the model thinks: one answer, after the restart', async () => {
  anthropic.fault('hang', 1)
  await start()
  await write('How much is the deluxe room?')
  await until(() => anthropic.requests.length === 1)
  await kill()
  expect(sentTexts()).toEqual([])
  await start()
  await until(() => sentTexts().length === 1)
  await wait(500)
  expect(sentTexts()).toHaveLength(1)
  expect(messages('inbound')).toHaveLength(1)
}, 120_000)

test('while sending, and the vendor took it: sent once, and known as sent by its status', async () => {
  // The vendor accepts and never answers; its status webhook comes after the restart.
  whatsApp.configure({ statuses: 'manual' })
  whatsApp.fail({ kind: 'accept-then-drop', times: 1, match: { route: 'messages' }, delayMs: 0 })
  await start()
  await write('How much is the deluxe room?')
  await until(() => sentTexts().length === 1)
  await kill()
  const sent = whatsApp.sent(NUMBER, { to: AMINA }).filter((one) => 'text' in one.body)[0]
  await start()
  await whatsApp.deliverStatuses(NUMBER, [{ id: sent?.id as string, status: 'delivered' }])
  await until(() => messages('outbound')[0]?.status === 'delivered')
  expect(sentTexts()).toHaveLength(1)
  expect(messages('outbound')).toHaveLength(1)
  whatsApp.configure({ statuses: 'auto' })
}, 120_000)

test('while sending, and nobody knows: it is not repeated', async () => {
  whatsApp.fail({ kind: 'hang', times: 1, match: { route: 'messages' } })
  await start()
  await write('How much is the deluxe room?')
  await until(() => messages('outbound')[0]?.status === 'sending')
  await kill()
  await start()
  await wait(3_000)
  expect(sentTexts()).toEqual([])
  expect(['sending', 'unconfirmed']).toContain(messages('outbound')[0]?.status)
}, 120_000)

function setUp(): void {
  const { runtime, close } = open()
  const owner = { email: 'o@crash.test', name: 'O', passwordHash: 'none' }
  const made = createCompany(runtime, {
    slug: SLUG,
    name: 'Crash',
    industry: 'hotel',
    owner,
    isVerified: true,
  })
  if (!made.ok) throw new Error(made.reason)
  const db = runtime.tenancy.acquire({ id: made.tenantId, dataKey: made.dataKey })
  const room = { sku: 'DLX', name: 'Deluxe room', description: 'Per night', currency: 'KES' }
  upsertProducts(db, [{ ...room, priceMinor: 1_450_000, stock: 4 }])
  const settings = { phoneNumberId: NUMBER, accessToken: 'token', appSecret: 'crash-secret' }
  const endpoints = createEndpoints(runtime, channelEnvOf(runtime.env))
  const added = endpoints.add(db, { channel: 'whatsapp-cloud', settings })
  if (!added.ok) throw new Error(added.reason)
  whatsApp.addNumber({
    ...{ phoneNumberId: NUMBER, displayPhoneNumber: '+254 700 000 000', wabaId: '55501' },
    ...{ accessToken: 'token', appSecret: 'crash-secret' },
    webhookUrl: `http://${SLUG}.localhost:${environment['PORT']}/webhooks/whatsapp-cloud/${added.endpoint.key}`,
  })
  close()
}

async function write(text: string): Promise<void> {
  const delivered = await whatsApp.deliverInbound(NUMBER, {
    type: 'text',
    from: AMINA,
    name: 'Amina',
    text,
  })
  expect(delivered.status).toBe(200)
}

/** What the vendor took for the customer, read marks and typing apart. */
function sentTexts(): string[] {
  return whatsApp
    .sent(NUMBER, { to: AMINA })
    .flatMap((one) => (one.body as { text?: { body: string } }).text?.body ?? [])
}

function messages(direction: string): { status: string; text: string }[] {
  return read(`select status, text from messages where direction = '${direction}' order by id`)
}

function stored(table: string): number {
  return read<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n ?? 0
}

function read<T>(sql: string): T[] {
  const { runtime, close } = open()
  const entry = runtime.directory.findBySlug(SLUG)
  if (!entry) throw new Error('no company')
  const rows = sqliteOf(runtime.tenancy.acquire(entry)).prepare<[], T>(sql).all()
  close()
  return rows
}

function open() {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  const close = () => {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
  return { runtime, close }
}

async function start(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('The server did not start')
}

async function kill(): Promise<void> {
  const child = running
  running = undefined
  if (!child || child.exitCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function until(isSo: () => boolean): Promise<void> {
  const endsAt = Date.now() + SETTLED_MAX_MS
  while (!isSo()) {
    if (Date.now() > endsAt) throw new Error('It did not happen in time')
    await wait(50)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
