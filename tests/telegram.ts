import { startTelegramFake } from '#tests/fakes/telegram/start.ts'
import type { TelegramFakeOptions } from '#tests/fakes/telegram/start.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestResponse } from '#tests/server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'

/** A customer; both companies' bots know a person of this number. */
export const ANN = { id: 1111111, first_name: 'Ann', username: 'ann_k' }
const PATIENCE_MS = 8_000

const BOTS = {
  hotel: { token: '222:HotelToken', username: 'hotel_bot', secretToken: 'secret_of_hotel' },
  school: { token: '333:SchoolToken', username: 'school_bot', secretToken: 'secret_of_school' },
}

export type TelegramLine = {
  company: TestCompany
  id: number
  key: string
  path: string
  token: string
  secretToken: string
}
export type TelegramBench = Awaited<ReturnType<typeof startTelegramBench>>

/** The server and a Telegram of its own, with two companies that each have a bot. */
export async function startTelegramBench(
  options: Partial<TelegramFakeOptions> & { env?: Record<string, string> } = {},
) {
  const { env, ...fakeOptions } = options
  const fake = await startTelegramFake({
    ...{ bots: [], allowInsecureWebhooks: true, timeScale: 0.01 },
    ...fakeOptions,
  })
  const server = await startTestServer({
    env: { TELEGRAM_API_URL: fake.url, LOG_LEVEL: 'info', ...env },
  })

  function connect(slug: keyof typeof BOTS): TelegramLine {
    const company = server.addCompany(slug)
    sqliteOf(company.db).exec('update company set ai_enabled = 0')
    const { token, secretToken, username } = BOTS[slug]
    const settings = { botToken: token, secretToken }
    fake.addBot({ token, username, secretToken })
    const made = server.services.endpoints.add(company.db, { channel: 'telegram', settings })
    if (!made.ok) throw new Error(made.reason)
    const { id, key } = made.endpoint
    const path = `/webhooks/telegram/${key}`
    const webhookUrl = `http://${slug}.localhost:${server.port}${path}`
    fake.addBot({ token, username, secretToken, webhookUrl })
    return { company, id, key, path, token, secretToken }
  }

  const [hotel, school] = [connect('hotel'), connect('school')]

  /** One POST to a line's address, past the fake. */
  function post(
    line: TelegramLine,
    body: unknown,
    secret: string | null = line.secretToken,
  ): Promise<TestResponse> {
    return server.fetch({
      ...{ host: line.company.host, path: line.path, method: 'POST' },
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  return {
    ...{ fake, server, hotel, school, post },
    close: async () => {
      await server.close()
      await fake.close()
    },
  }
}

/** Plain rows of a company's file. */
export function rowsOf<T = Record<string, unknown>>(
  line: { company: TestCompany },
  sql: string,
  ...values: unknown[]
): T[] {
  return sqliteOf(line.company.db)
    .prepare<unknown[], T>(sql)
    .all(...values)
}

export type StoredMessage = {
  id: number
  conversation_id: number
  direction: string
  type: string
  text: string | null
  payload_json: string
  status: string
  provider_id: string | null
  provider_at: number | null
  reply_to_id: number | null
  edited_at: number | null
  failure_code: string | null
  failure_reason: string | null
}

export function storedMessages(line: TelegramLine): StoredMessage[] {
  return rowsOf<StoredMessage>(line, 'select * from messages order by id')
}

/** Every stored update was read. */
export async function allRead(line: TelegramLine): Promise<void> {
  const open = 'select id from inbound_events where processed_at is null'
  await until(
    () => rowsOf(line, open),
    (rows) => rows.length === 0,
  )
}

/** Waits until what is read is as it should be; fails with what was last seen. */
export async function until<T>(read: () => T, isDone: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const value = read()
    if (isDone(value)) return value
    if (Date.now() > deadline) throw new Error(`Never came: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
