import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestResponse, TestServer } from '#tests/server.ts'

export const SHOP_ORIGIN = 'https://shop.example'
const PATIENCE_MS = 8_000

export type ChatLine = { company: TestCompany; id: number; key: string; origin: string }
export type ChatBench = Awaited<ReturnType<typeof startChatBench>>

/** The server with two companies that each have a chat on a website of their own. */
export async function startChatBench(options: { env?: Record<string, string> } = {}) {
  const server = await startTestServer({ env: { LOG_LEVEL: 'info', ...options.env } })
  const hotel = connectChat(server, 'hotel', { origin: SHOP_ORIGIN, secret: 'hotel-identity' })
  const school = connectChat(server, 'school', { origin: 'https://school.example' })
  return { server, hotel, school, close: () => server.close() }
}

export function connectChat(
  server: TestServer,
  slug: string,
  { origin, secret }: { origin: string; secret?: string },
): ChatLine {
  const company = server.addCompany(slug)
  sqliteOf(company.db).exec('update company set ai_enabled = 0')
  const made = server.services.endpoints.add(company.db, {
    channel: 'web-chat',
    settings: { allowedOrigins: [origin], identitySecret: secret },
  })
  if (!made.ok) throw new Error(made.reason)
  return { company, id: made.endpoint.id, key: made.endpoint.key, origin }
}

export type ChatCall = {
  method?: string
  token?: string
  origin?: string | null
  body?: unknown
  headers?: Record<string, string>
}

/** One call of a website's page. `origin: null` leaves the header out. */
export function callChat(
  server: TestServer,
  line: ChatLine,
  path: string,
  { method = 'GET', token, origin = line.origin, body, headers }: ChatCall = {},
): Promise<TestResponse> {
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body)
  return server.fetch({
    ...{ host: 'app.localhost', path: `/chat/${line.key}/${path}`, method },
    headers: {
      ...(origin !== null && { origin }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !isPlain && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : isPlain ? body : JSON.stringify(body),
  })
}

export type Visit = { token: string; isNew: boolean; isIdentified: boolean }

export async function openTestVisit(
  server: TestServer,
  line: ChatLine,
  body: Record<string, unknown> = {},
): Promise<Visit> {
  const answer = await callChat(server, line, 'session', { method: 'POST', body })
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
  return JSON.parse(answer.body) as Visit
}

/** Plain rows of a company's file. */
export function chatRows<T = Record<string, unknown>>(
  line: { company: TestCompany },
  sql: string,
  ...values: unknown[]
): T[] {
  return sqliteOf(line.company.db)
    .prepare<unknown[], T>(sql)
    .all(...values)
}

/** Waits until what is read is as it should be; fails with what was last seen. */
export async function until<T>(
  read: () => T | Promise<T>,
  isDone: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const value = await read()
    if (isDone(value)) return value
    if (Date.now() > deadline) throw new Error(`Never came: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
