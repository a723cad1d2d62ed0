import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import { startProxyFake } from '#tests/fakes/proxy/server.ts'
import type { ProxyFake } from '#tests/fakes/proxy/server.ts'
import { send } from '#tests/server.ts'

// The real server is told to stop while customers write and pages are open, and another one is
// started in its place: nobody behind the proxy sees an error, nothing is lost or done twice.

const HOST = 'drain-hotel.localhost'
const SECRET = 'drain_secret'
/** Longer than the notice, so that a job is running when the process has stopped listening. */
const VENDOR_TAKES_MS = 1_500
const RESTARTS = 3

let folder: string
let environment: Record<string, string>
let vendor: Server
let proxy: ProxyFake
let path: string
let cookie: string
let apiKey: string
let running: ChildProcess
/** texts that the vendor took, also those it took twice */
const sent: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-drain-'))
  vendor = createServer(takeSlowly).listen(0, '127.0.0.1')
  await once(vendor, 'listening')
  const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`
  environment = {
    ...{ NODE_ENV: 'production', DATA_DIR: folder, PORT: String(await freePort()) },
    ...{ SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64') },
    ...{ TELEGRAM_API_URL: url, LOG_LEVEL: 'error', DRAIN_WAIT_MS: '1000' },
  }
  setUp()
  running = await start()
  proxy = await startProxyFake(portOf(), 60_000)
}, 90_000)

afterAll(async () => {
  running.kill('SIGKILL')
  await proxy.close()
  vendor.closeAllConnections()
  vendor.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a stopping server says so first, tells live pages to come back, and finishes its work', async () => {
  const stream = await openTestStream(portOf(), { host: HOST, cookie })
  await write(1)
  await until(() => stored() === 1)
  await reply(1)
  await until(() => vendorBegan === 1)
  running.kill('SIGTERM')
  await stream.ended
  const ready = await send(portOf(), { host: HOST, path: '/readyz' })
  expect(ready.status).toBe(503)
  expect(ready.headers.connection).toBe('close')
  const page = await send(portOf(), { host: HOST, path: '/login' })
  expect(page.status).toBe(200)
  const [code] = (await once(running, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(sent).toEqual(['reply 1'])
  running = await start()
}, 90_000)

test('restarts under load: no error seen, no message lost, no reply sent twice', async () => {
  const statuses: number[] = []
  let next = 100
  let isOver = false
  const reader = async () => {
    while (!isOver) {
      statuses.push((await send(proxy.port, { host: HOST, path: '/login' })).status)
      await wait(20)
    }
  }
  const writer = async () => {
    while (!isOver) {
      statuses.push(await write((next += 1), proxy.port))
      await wait(40)
    }
  }
  const replies: string[] = ['reply 1']
  const replier = async () => {
    while (!isOver) {
      replies.push(`reply ${replies.length + 1}`)
      statuses.push((await reply(replies.length, proxy.port)) === 201 ? 200 : 0)
      await wait(500)
    }
  }
  const load = [reader(), reader(), writer(), writer(), replier()]
  for (let at = 0; at < RESTARTS; at += 1) {
    await wait(1_000)
    running.kill('SIGTERM')
    const [code] = (await once(running, 'exit')) as [number | null]
    expect(code).toBe(0)
    running = await start()
  }
  isOver = true
  await Promise.all(load)
  expect(statuses.filter((status) => status !== 200)).toEqual([])
  const written = next - 100
  expect(written).toBeGreaterThan(5)
  await until(() => stored() === written + 1)
  await until(() => sent.length >= replies.length)
  await wait(500)
  expect(stored()).toBe(written + 1)
  expect(sent.toSorted()).toEqual(replies.toSorted())
}, 180_000)

let vendorBegan = 0

function takeSlowly(
  ...[request, response]: Parameters<Parameters<typeof createServer>[1] & object>
) {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const isMessage = request.url?.endsWith('/sendMessage')
    if (isMessage) vendorBegan += 1
    setTimeout(
      () => {
        const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { text?: string }
        if (isMessage) sent.push(body.text ?? '')
        const result = isMessage ? { message_id: sent.length, date: 1, chat: { id: 1 } } : true
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ ok: true, result }))
      },
      isMessage ? VENDOR_TAKES_MS : 0,
    )
  })
}

async function write(number: number, port = portOf()): Promise<number> {
  const from = { id: 5_000 + number, is_bot: false, first_name: 'Guest' }
  const chat = { id: from.id, type: 'private', first_name: 'Guest' }
  const date = Math.floor(Date.now() / 1_000)
  const message = { message_id: number, date, from, chat, text: `message ${number}` }
  const response = await send(port, {
    ...{ host: HOST, path, method: 'POST' },
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify({ update_id: number, message }),
  })
  return response.status
}

async function reply(number: number, port = portOf()): Promise<number> {
  const response = await send(port, {
    ...{ host: HOST, path: '/api/v1/conversations/1/messages', method: 'POST' },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ text: `reply ${number}` }),
  })
  return response.status
}

function stored(): number {
  return inside((sqlite) =>
    Number(
      sqlite.prepare(`select count(*) from messages where direction = 'inbound'`).pluck().get(),
    ),
  )
}

function inside<T>(read: (sqlite: ReturnType<typeof sqliteOf>) => T): T {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  try {
    const entry = runtime.directory.findBySlug('drain-hotel')
    if (!entry) throw new Error('no company')
    return read(sqliteOf(runtime.tenancy.acquire(entry)))
  } finally {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
}

function setUp(): void {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  const owner = { email: 'o@drain.test', name: 'O', passwordHash: 'none' }
  const company = { slug: 'drain-hotel', name: 'Hotel', industry: 'hotel', owner }
  const made = createCompany(runtime, { ...company, isVerified: true })
  if (!made.ok) throw new Error(made.reason)
  const db = runtime.tenancy.acquire({ id: made.tenantId, dataKey: made.dataKey })
  const settings = { botToken: '777:DrainBotToken', secretToken: SECRET }
  const endpoints = createEndpoints(runtime, channelEnvOf(runtime.env))
  const added = endpoints.add(db, { channel: 'telegram', settings })
  if (!added.ok) throw new Error(added.reason)
  path = `/webhooks/telegram/${added.endpoint.key}`
  sqliteOf(db).exec('update company set ai_enabled = 0')
  apiKey = createApiKey(db, 'Till').key
  cookie = `baraza_member=${createSession(db, 1, { ip: null, userAgent: 'test' })}`
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
}

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('The server did not start')
  child.stdout.resume()
  return child
}

function portOf(): number {
  return Number(environment['PORT'])
}

async function until(isSo: () => boolean): Promise<void> {
  const endsAt = Date.now() + 25_000
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
