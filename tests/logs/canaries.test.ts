import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { createSystemLog } from '#app/platform/logs/search.server.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime, pathsOf } from '#app/server/runtime.server.ts'
import { startSmtpFake } from '#tests/fakes/smtp/server.ts'
import type { SmtpFake } from '#tests/fakes/smtp/server.ts'
import { send } from '#tests/server.ts'
import type { TestRequest, TestResponse } from '#tests/server.ts'

// The real server at its most talkative, with vendors that refuse by quoting what they were
// sent. Whatever a person, a customer or an operator wrote stands nowhere in what was logged.

const HOST = 'canary-hotel.localhost'
const ORIGIN = `http://${HOST}`
const CANARY = {
  text: 'my daughter Wanjiru is ill',
  name: 'Atieno Canary',
  phone: '254711987654',
  email: 'canary.person@mail.example',
  password: 'canary-pass-phrase-77',
  link: 'CanaryLinkToken0123456789abcdefghij',
  cookie: 'CanaryCookie0123456789abcdefghijklm',
  bot: '777000:CanaryBotToken-0123456789abcdefgh',
  header: 'canary_header_secret_0123456789',
  model: 'sk-ant-canary-0123456789abcdefghijkl',
  query: 'canary-search-words',
}

let folder: string
let vendor: Server
let smtp: SmtpFake
let port: number
let apiKey: string
let path: string
let output = ''
const vendorAsked: string[] = []
let stop = () => Promise.resolve()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-canary-'))
  smtp = await startSmtpFake()
  smtp.fault('unknown_recipient', 50)
  vendor = createServer(quote).listen(0, '127.0.0.1')
  await once(vendor, 'listening')
  const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`
  port = await freePort()
  const environment: Record<string, string> = {
    ...{ NODE_ENV: 'production', DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'trace' },
    ...{ SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64') },
    ...{ TELEGRAM_API_URL: url, ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: CANARY.model },
    ...{ AI_DEBOUNCE_MS: '20', SMTP_URL: smtp.url },
  }
  setUp(environment)
  const child = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await until(() => output.includes('"listening"'), 60_000)
  stop = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}, 90_000)

afterAll(async () => {
  await stop()
  await smtp.close()
  vendor.closeAllConnections()
  vendor.close()
  rmSync(folder, { recursive: true, force: true })
})

test('nothing of what anybody wrote is logged, wherever it went wrong', async () => {
  await visitPages()
  await callWebhook()
  // The model is asked before a colleague takes the word.
  await until(() => output.includes('"ai.answer"'), 30_000)
  expect(vendorAsked.some((url) => url.startsWith('/v1/messages'))).toBe(true)
  await callApi()
  await until(() => vendorAsked.some((url) => url.endsWith('/sendMessage')), 30_000)
  await until(() => output.includes('"mail.send"'), 30_000)
  await wait(1_500)
  await stop()
  const written = {
    output,
    ...Object.fromEntries(
      readdirSync(join(folder, 'log')).map((name) => [
        name,
        readFileSync(join(folder, 'log', name)).toString('latin1'),
      ]),
    ),
  }
  for (const [where, all] of Object.entries(written)) {
    for (const [what, canary] of Object.entries({ ...CANARY, apiKey }))
      expect(all.includes(canary), `${what} in ${where}`).toBe(false)
    for (const part of ['Wanjiru', 'Atieno', 'canary.person', '711987654'])
      expect(all.includes(part), `${part} in ${where}`).toBe(false)
  }
}, 120_000)

test('every request that failed is found by the number its answer carried', () => {
  const log = createSystemLog(pathsOf(folder).logPath)
  expect(requests.filter(({ status }) => status >= 400).length).toBeGreaterThan(5)
  for (const { id, status, asked } of requests.filter((one) => one.status >= 400)) {
    const [line] = log.search({ search: id }).rows
    expect(line?.message, asked).toBe('request')
    expect(line?.details, asked).toContain(`"status":${status}`)
  }
  const kinds = log.search({ surface: 'job', level: 'warn' }).rows.map((row) => row.kind)
  log.close()
  expect(kinds).toContain('mail.send')
})

const requests: { id: string; status: number; asked: string }[] = []

async function ask(request: Omit<TestRequest, 'host'>): Promise<TestResponse> {
  const response = await send(port, { host: HOST, ...request })
  const id = String(response.headers['x-request-id'])
  requests.push({ id, status: response.status, asked: `${request.method} ${request.path}` })
  return response
}

function post(path: string, body: string, headers: Record<string, string>) {
  return ask({ path, method: 'POST', body, headers: { origin: ORIGIN, ...headers } })
}

async function visitPages(): Promise<void> {
  const cookie = `baraza_member=${CANARY.cookie}`
  const form = { 'content-type': 'application/x-www-form-urlencoded', cookie }
  const { email, password } = CANARY
  await ask({ path: `/login?next=/contacts?q=${CANARY.query}`, headers: { cookie } })
  await ask({ path: `/reset/${CANARY.link}`, headers: { cookie } })
  await ask({ path: `/${CANARY.link}/${CANARY.query}`, headers: { cookie } })
  await post('/login', new URLSearchParams({ email, password }).toString(), form)
  await post('/login', `{"email":"${email}"`, { 'content-type': 'multipart/form-data' })
  await post('/login', `email=${email}`, { ...form, origin: 'https://evil.example' })
  await post('/forgot', new URLSearchParams({ email }).toString(), form)
}

async function callWebhook(): Promise<void> {
  const json = { 'content-type': 'application/json' }
  const known = { ...json, 'x-telegram-bot-api-secret-token': CANARY.header }
  const from = { id: 4_711, is_bot: false, first_name: CANARY.name }
  const chat = { id: 4_711, type: 'private', first_name: CANARY.name }
  const about = { message_id: 1, date: Math.floor(Date.now() / 1_000), from, chat }
  const contact = { phone_number: CANARY.phone, first_name: CANARY.name, user_id: 4_711 }
  const said = [
    { message: { ...about, text: CANARY.text } },
    { message: { ...about, message_id: 2, contact } },
    { message: { ...about, message_id: 'x', text: CANARY.text } },
    { [CANARY.text]: { text: CANARY.text } },
  ]
  for (const [at, one] of said.entries())
    await post(path, JSON.stringify({ update_id: 10 + at, ...one }), known)
  await post(path, `{"message": "${CANARY.text}`, known)
  await post(path, JSON.stringify({ update_id: 9, ...said[0] }), json)
  await post(`/webhooks/telegram/${CANARY.link}`, CANARY.text, json)
}

async function callApi(): Promise<void> {
  const json = { 'content-type': 'application/json' }
  const wrong = { ...json, authorization: `Bearer ${CANARY.link}` }
  const right = { ...json, authorization: `Bearer ${apiKey}` }
  await ask({ path: `/api/v1/contacts?q=${CANARY.query}`, headers: wrong })
  await post('/api/v1/conversations/1/messages', JSON.stringify({ text: CANARY.text }), right)
  await post('/api/v1/conversations/1/messages', `{"text": "${CANARY.text}`, right)
  await ask({ path: `/api/v1/contacts?cursor=${CANARY.query}`, headers: right })
}

/** A vendor that says no and quotes all it was told: address, headers and body. */
function quote(...[request, response]: Parameters<Parameters<typeof createServer>[1] & object>) {
  vendorAsked.push(request.url ?? '')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const told = `${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(chunks).toString()}`
    const error = { type: 'invalid_request_error', message: told }
    response.writeHead(400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: false, error_code: 400, description: told, error }))
  })
}

function setUp(environment: Record<string, string>): void {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  const owner = { email: CANARY.email, name: CANARY.name, passwordHash: 'none' }
  const company = { slug: 'canary-hotel', name: 'Hotel', industry: 'hotel', owner }
  const made = createCompany(runtime, { ...company, isVerified: true })
  if (!made.ok) throw new Error(made.reason)
  const db = runtime.tenancy.acquire({ id: made.tenantId, dataKey: made.dataKey })
  const settings = { botToken: CANARY.bot, secretToken: CANARY.header }
  const endpoints = createEndpoints(runtime, channelEnvOf(runtime.env))
  const added = endpoints.add(db, { channel: 'telegram', settings })
  if (!added.ok) throw new Error(added.reason)
  path = `/webhooks/telegram/${added.endpoint.key}`
  apiKey = createApiKey(db, 'Till').key
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
}

async function until(isSo: () => boolean, patienceMs = 15_000): Promise<void> {
  const endsAt = Date.now() + patienceMs
  while (!isSo()) {
    if (Date.now() > endsAt) throw new Error(`It did not happen in time: ${output.slice(-3_000)}`)
    await wait(50)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  return free
}
