import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import type { SettingsPatch } from '#tests/fakes/whatsapp/settings.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany } from '#tests/server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'

export const APP_SECRET = 'meta_app_secret_0123456789abcdef'
export const CUSTOMER = '254712345678'
/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const NUMBERS = {
  hotel: { phoneNumberId: '106540352242922', displayPhoneNumber: '15550783881' },
  school: { phoneNumberId: '106540352242933', displayPhoneNumber: '15550783882' },
}
type Slug = keyof typeof NUMBERS

export type TestEndpoint = {
  company: TestCompany
  id: number
  key: string
  path: string
  phoneNumberId: string
}

export type WhatsAppBench = Awaited<ReturnType<typeof startWhatsAppBench>>

/**
 * The server and Meta's fake, wired to each other, with two companies that each own a number.
 * `secret: 'app'` leaves the secret to the operator (app-level address).
 */
export async function startWhatsAppBench(
  options: {
    secret?: 'own' | 'app'
    settings?: SettingsPatch
    statuses?: 'auto' | 'manual'
    env?: Record<string, string>
  } = {},
) {
  const fake = await startWhatsAppFake({
    ...{ appSecret: APP_SECRET, numbers: [], statuses: options.statuses ?? 'manual' },
    settings: { retryBaseMs: 20, ...options.settings },
  })
  const server = await startTestServer({
    env: {
      ...{ WHATSAPP_GRAPH_URL: fake.url, WHATSAPP_APP_SECRET: APP_SECRET },
      ...{ WHATSAPP_VERIFY_TOKEN: 'operator-token', LOG_LEVEL: 'info', ...options.env },
    },
  })

  function connect(slug: Slug): TestEndpoint {
    const company = server.addCompany(slug)
    sqliteOf(company.db).exec('update company set ai_enabled = 0')
    const number = { ...NUMBERS[slug], wabaId: `1022901293${slug.length}0398` }
    const secrets = { accessToken: `token-${slug}`, verifyToken: `verify-${slug}` }
    const appSecret = options.secret === 'app' ? undefined : `secret-of-${slug}`
    const made = server.services.endpoints.add(company.db, {
      channel: 'whatsapp-cloud',
      settings: { ...number, ...secrets, appSecret },
    })
    if (!made.ok) throw new Error(made.reason)
    const path = `/webhooks/whatsapp-cloud/${made.endpoint.key}`
    const webhookUrl =
      options.secret === 'app'
        ? `http://app.localhost:${server.port}/webhooks/whatsapp-cloud`
        : `http://${slug}.localhost:${server.port}${path}`
    fake.addNumber({ ...number, ...secrets, appSecret, webhookUrl })
    const { id, key } = made.endpoint
    return { company, id, key, path, phoneNumberId: number.phoneNumberId }
  }

  return {
    ...{ fake, server, hotel: connect('hotel'), school: connect('school') },
    close: async () => {
      // The vendor first: a call that a test left hanging ends at once.
      await fake.close()
      await server.close()
    },
  }
}

/** Waits until a condition holds; fails with what was last seen. */
export async function until<T>(read: () => T, isDone: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 8_000
  for (;;) {
    const value = read()
    if (isDone(value)) return value
    if (Date.now() > deadline) throw new Error(`Never came: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** All stored events were read. */
export function drained(endpoint: TestEndpoint): Promise<unknown> {
  return until(
    () => rows(endpoint, 'select id from inbound_events where processed_at is null'),
    (waiting) => waiting.length === 0,
  )
}

/** Plain rows of a company's file. */
export function rows<T = Record<string, unknown>>(
  endpoint: { company: TestCompany },
  sql: string,
  ...values: unknown[]
): T[] {
  return sqliteOf(endpoint.company.db)
    .prepare<unknown[], T>(sql)
    .all(...values)
}

export type MessageFacts = {
  id: number
  conversation_id: number
  direction: string
  author_kind: string
  type: string
  text: string | null
  payload_json: string
  status: string
  provider_id: string | null
  reply_to_id: number | null
  edited_at: number | null
  deleted_at: number | null
  failure_code: string | null
  failure_reason: string | null
}

/** The company's messages as its thread orders them. */
export function messagesOf(endpoint: TestEndpoint): MessageFacts[] {
  return rows<MessageFacts>(endpoint, 'select * from messages order by sort_at, id')
}
