import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enqueue } from '#app/jobs/queue.server.ts'
import { rowsOf, startTelegramBench, until } from '#tests/telegram.ts'
import type { TelegramBench, TelegramLine } from '#tests/telegram.ts'
import { toFileAddress } from './media.server.ts'

let bench: TelegramBench
let round = 0

beforeAll(async () => {
  bench = await startTelegramBench({ env: { ROOT_DOMAIN: 'baraza.test' } })
  await Promise.all([checksDone(bench.hotel), checksDone(bench.school)])
})
afterAll(() => bench.close())
beforeEach(() => bench.fake.clearFaults())

type Standing = { name: string; status: string; reason: string | null }

const standing = (line: TelegramLine) =>
  rowsOf<Standing>(
    line,
    'select name, status, status_reason as reason from endpoints',
  )[0] as Standing

/** The checks that connecting began are over. */
const checksDone = (line: TelegramLine) =>
  until(
    () => rowsOf(line, "select id from jobs where kind = 'endpoint.check' and state = 'done'"),
    (done) => done.length > 0,
  )

/** Runs a check now and waits until its job is over. */
async function check(line: TelegramLine): Promise<Standing> {
  const key = `test:${++round}`
  enqueue(line.company.db, 'endpoint.check', { endpointId: line.id }, { key })
  const sql = 'select state from jobs where idempotency_key = ?'
  await until(
    () => rowsOf<{ state: string }>(line, sql, key)[0]?.state,
    (state) => state === 'done' || state === 'failed',
  )
  return standing(line)
}

test('a connected bot is pointed at its own address, with its secret and what we read', async () => {
  const { hotel, fake } = bench
  await until(
    () => fake.calls(hotel.token, 'setWebhook').length,
    (count) => count > 0,
  )
  expect(fake.calls(hotel.token, 'setWebhook').at(-1)?.params).toMatchObject({
    url: expect.stringMatching(new RegExp(`${hotel.path}$`)),
    secret_token: hotel.secretToken,
    allowed_updates: expect.arrayContaining(['message', 'callback_query', 'my_chat_member']),
  })
  await until(
    () => standing(hotel).name,
    (name) => name === '@hotel_bot',
  )
})

describe('the watch over the webhook', () => {
  test('one that is set and ours is fine, and the next look is planned', async () => {
    expect(await check(bench.hotel)).toMatchObject({ status: 'active', reason: null })
    const planned = rowsOf<{ run_at: number }>(
      bench.hotel,
      "select run_at from jobs where kind = 'endpoint.check' and state = 'queued'",
    )
    expect(planned).toHaveLength(1)
  })

  test('one that was removed is set again', async () => {
    const { school, fake } = bench
    const count = fake.calls(school.token, 'setWebhook').length
    fake.stealWebhook(school.token, '')
    expect((await check(school)).status).toBe('active')
    expect(fake.calls(school.token, 'setWebhook').length).toBe(count + 1)
    expect(fake.webhook(school.token)?.url).toBe(`https://app.baraza.test${school.path}`)
  })

  test('one that points elsewhere raises an alarm, and saving the bot takes it back', async () => {
    const { hotel, fake, server } = bench
    fake.stealWebhook(hotel.token, 'https://thief.example/hook')
    const alarmed = await check(hotel)
    expect(alarmed.status).toBe('needs_reconnect')
    expect(alarmed.reason).toMatch(/webhook points elsewhere/)
    expect(standing(bench.school).status).toBe('active')
    const settings = { secretToken: 'a_new_secret' }
    expect(server.services.endpoints.update(hotel.company.db, hotel.id, { settings }).ok).toBe(true)
    await until(
      () => fake.webhook(hotel.token),
      (webhook) => webhook?.secretToken === 'a_new_secret',
    )
    expect((await check(hotel)).status).toBe('active')
  })
})

test('a revoked token holds the outbox; a passing problem does not', async () => {
  const { school, fake } = bench
  fake.fail({ kind: 'error', errorCode: 502, match: { method: 'getme' }, times: 1 })
  enqueue(school.company.db, 'endpoint.check', { endpointId: school.id }, { key: 'passing' })
  await until(
    () => fake.faults().length,
    (left) => left === 0,
  )
  expect(standing(school).status).toBe('active')
  fake.fail({ kind: 'error', errorCode: 401, match: { method: 'getme' }, times: 1 })
  expect(await check(school)).toMatchObject({
    ...{ status: 'needs_reconnect', reason: expect.stringMatching(/token/) },
  })
  expect((await check(school)).status).toBe('active')
})

describe('settings', () => {
  const add = (settings: unknown) =>
    bench.server.services.endpoints.add(bench.school.company.db, { channel: 'telegram', settings })

  test.each([
    ['no secret', { botToken: '9:abc' }],
    ['a secret with a space', { botToken: '9:abc', secretToken: 'a b' }],
    ['a secret too long', { botToken: '9:abc', secretToken: 'a'.repeat(257) }],
    ['a token without a colon', { botToken: 'abc', secretToken: 'x' }],
    ['a token that starts with zero', { botToken: '0:abc', secretToken: 'x' }],
    ['a token with a slash', { botToken: '9:a/b', secretToken: 'x' }],
    ['a token too long', { botToken: `9:${'a'.repeat(80)}`, secretToken: 'x' }],
    ['what is no setting', { botToken: '9:abc', secretToken: 'x', more: 1 }],
    ['an object for a text', { botToken: { $ne: 1 }, secretToken: 'x' }],
  ])('%s is refused', (_, settings) => {
    expect(add(settings)).toMatchObject({ ok: false, reason: 'invalid_settings' })
  })

  test('a bot is one company’s', () => {
    const settings = { botToken: bench.hotel.token, secretToken: 'x' }
    expect(add(settings)).toEqual({ ok: false, reason: 'number_taken' })
  })
})

describe('where files are fetched', () => {
  const env = {
    ...{ telegram: { apiUrl: 'https://api.telegram.org' }, requestTimeoutMs: 1 },
    whatsApp: { graphUrl: 'https://graph.test', graphVersion: 'v1.0' },
  }

  test('below the configured base', () => {
    expect(toFileAddress('photos/file_1.jpg', '2:x', env)?.href).toBe(
      'https://api.telegram.org/file/bot2:x/photos/file_1.jpg',
    )
  })

  test.each([
    ...['https://evil.example/x', '//evil.example/x', '/etc/passwd', '../../secret', 'a/../../b'],
    ...['a/./b', 'a?x=1', 'a#b', 'a%2f..%2fb', '@evil.example', '', 'a\\b', 'a b'],
  ])('never at %j', (path) => {
    expect(toFileAddress(path, '2:x', env)).toBeUndefined()
  })
})

test('no token is ever in the log', () => {
  expect(bench.server.logLines.join('')).not.toMatch(
    /HotelToken|SchoolToken|secret_of_|a_new_secret/,
  )
})
