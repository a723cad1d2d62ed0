import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRead, ANN, rowsOf, startTelegramBench, storedMessages } from '#tests/telegram.ts'
import type { TelegramBench, TelegramLine } from '#tests/telegram.ts'

let bench: TelegramBench
let updateId = 500_000
let messageId = 5000

beforeAll(async () => {
  bench = await startTelegramBench()
})
afterAll(() => bench.close())

const private1 = { id: ANN.id, type: 'private', first_name: 'Ann' }
const person = { ...ANN, is_bot: false }
const now = () => Math.floor(Date.now() / 1000)

function textUpdate(text: string, more: Record<string, unknown> = {}) {
  const message = { message_id: ++messageId, date: now(), chat: private1, from: person, text }
  return { update_id: ++updateId, message: { ...message, ...more } }
}

/** Posts, waits until it was read. @returns the answer and the message it became, if any */
async function deliver(line: TelegramLine, update: unknown) {
  const before = storedMessages(line).length
  const { status } = await bench.post(line, update)
  await allRead(line)
  return { status, stored: storedMessages(line).slice(before) }
}

const countEvents = (line: TelegramLine) => rowsOf(line, 'select id from inbound_events').length

describe('who may call', () => {
  test.each([
    ['no secret', null],
    ['a wrong secret', 'secret_of_hotex'],
    ['a longer secret', 'secret_of_hotel_and_more'],
    ['an empty secret', ''],
    ['another company’s secret', 'secret_of_school'],
  ])('%s is refused and nothing is kept', async (_, secret) => {
    const before = countEvents(bench.hotel)
    expect((await bench.post(bench.hotel, textUpdate('x'), secret)).status).toBe(401)
    expect(countEvents(bench.hotel)).toBe(before)
  })

  test('another company’s right secret opens only that company', async () => {
    const { status } = await bench.post(bench.school, textUpdate('x'), bench.hotel.secretToken)
    expect(status).toBe(401)
    expect(storedMessages(bench.school)).toEqual([])
  })

  test('an unknown key is not found, other methods are not allowed', async () => {
    const { host } = bench.hotel.company
    const at = (path: string, method: string) => bench.server.fetch({ host, path, method })
    expect((await at('/webhooks/telegram/nobody', 'POST')).status).toBe(404)
    expect((await at(`/webhooks/whatsapp-cloud/${bench.hotel.key}`, 'POST')).status).toBe(404)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      expect((await at(bench.hotel.path, method)).status).toBe(405)
    }
  })
})

describe('what is no update', () => {
  test.each([
    ['not JSON', '{"update_id":'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['deep nonsense', '['.repeat(200_000)],
    ['no id', JSON.stringify({ message: {} })],
    ['a negative id', JSON.stringify({ update_id: -1 })],
    ['an id as text', JSON.stringify({ update_id: '12' })],
    ['a broken id', JSON.stringify({ update_id: 1.5 })],
  ])('%s gets 400', async (_, body) => {
    expect((await bench.post(bench.hotel, body)).status).toBe(400)
  })

  test('more than a megabyte gets 413', async () => {
    const body = JSON.stringify(textUpdate('x'.repeat(1_100_000)))
    expect((await bench.post(bench.hotel, body)).status).toBe(413)
  })
})

describe('what is taken and made harmless', () => {
  test('two contents in one update: the first known one counts', async () => {
    const { message } = textUpdate('the message')
    const edited_message = { ...message, text: 'the edit', edit_date: now() }
    const update = { update_id: ++updateId, novelty: {}, message, edited_message }
    const { status, stored } = await deliver(bench.hotel, update)
    expect(status).toBe(200)
    expect(stored).toMatchObject([{ text: 'the message', edited_at: null }])
  })

  test('endless text and null bytes', async () => {
    const long = await deliver(bench.hotel, textUpdate('é'.repeat(100_000)))
    expect([long.status, long.stored[0]?.text?.length]).toEqual([200, 4096])
    const nulls = await deliver(bench.hotel, textUpdate('a\u0000b\u0007c \ud83d!'))
    expect([nulls.status, nulls.stored[0]?.text]).toEqual([200, 'abc !'])
  })

  test('a press that names somebody else’s object is refused with an alert', async () => {
    const data = 'tenant:school:conversation:1'
    const { callbackId, status } = await bench.fake.pressButton(bench.hotel.token, {
      from: person,
      data,
    })
    expect(status).toBe(200)
    await allRead(bench.hotel)
    await bench.fake.settled()
    await expect
      .poll(() => bench.fake.callbackAnswer(bench.hotel.token, callbackId as string))
      .toMatchObject({ show_alert: true, text: expect.stringMatching(/button/) })
    expect(storedMessages(bench.hotel).map((one) => one.text)).not.toContain(data)
    expect(storedMessages(bench.school)).toEqual([])
  })

  test('a file name that climbs', async () => {
    const document = { file_id: 'BQ1', file_unique_id: 'u', file_name: '../../etc/passwd' }
    const { status, stored } = await deliver(
      bench.hotel,
      textUpdate('', { text: undefined, document }),
    )
    expect(status).toBe(200)
    const sql = 'select file_name from message_media where message_id = ?'
    expect(rowsOf(bench.hotel, sql, stored[0]?.id)).toEqual([{ file_name: 'passwd' }])
  })

  test.each([
    ['another bot', { from: { ...person, is_bot: true } }],
    ['nobody', { from: undefined }],
    ['a group', { chat: { id: -5, type: 'group', title: 'G' } }],
    ['a supergroup', { chat: { id: -1005, type: 'supergroup', title: 'S' } }],
  ])('a message from %s is acknowledged and left out', async (_, more) => {
    const { status, stored } = await deliver(bench.hotel, textUpdate('hello', more))
    expect([status, stored]).toEqual([200, []])
  })

  test.each([
    [
      'a channel post',
      { channel_post: { message_id: 1, date: 1, chat: { id: -9, type: 'channel' } } },
    ],
    ['a kind that does not exist yet', { hologram: { id: 1 } }],
    ['nothing', {}],
    ['a message of nonsense', { message: 'hello' }],
    ['a press of nonsense', { callback_query: { id: 5 } }],
  ])('%s is acknowledged and left out', async (_, content) => {
    const { status, stored } = await deliver(bench.hotel, { update_id: ++updateId, ...content })
    expect([status, stored]).toEqual([200, []])
  })

  test('the same update again changes nothing', async () => {
    const update = textUpdate('once')
    const first = await deliver(bench.hotel, update)
    const second = await deliver(bench.hotel, update)
    expect([first.stored.length, second.status, second.stored]).toEqual([1, 200, []])
  })

  test.each([
    ['1970', 0],
    ['1971', 31_536_000],
    ['2100', 4_102_444_800],
  ])('a date in %s is replaced by when it came', async (_, date) => {
    const before = Date.now()
    const { stored } = await deliver(bench.hotel, textUpdate('when?', { date }))
    expect(stored[0]?.provider_at).toBeGreaterThanOrEqual(before)
    expect(stored[0]?.provider_at).toBeLessThanOrEqual(Date.now())
  })

  test('an old but possible date is kept', async () => {
    const date = now() - 40 * 86_400
    const { stored } = await deliver(bench.hotel, textUpdate('late', { date }))
    expect(stored[0]?.provider_at).toBe(date * 1000)
  })
})

test('the same chat, message and update numbers in two companies are strangers', async () => {
  const update = textUpdate('for the hotel')
  const twin = { ...update, message: { ...update.message, text: 'for the school' } }
  await deliver(bench.hotel, update)
  const { stored } = await deliver(bench.school, twin)
  expect(stored).toMatchObject([{ text: 'for the school' }])
  expect(storedMessages(bench.school)).toHaveLength(1)
  expect(storedMessages(bench.hotel).map((one) => one.text)).not.toContain('for the school')
})

test('two chats may count their messages alike', async () => {
  const first = textUpdate('from Ann')
  const other = { ...ANN, id: 7654321987, first_name: 'Ben', username: 'ben' }
  const chat = { id: other.id, type: 'private' }
  const message = { ...first.message, chat, from: other, text: 'from Ben' }
  await deliver(bench.hotel, first)
  const { stored } = await deliver(bench.hotel, { update_id: ++updateId, message })
  expect(stored).toMatchObject([
    { text: 'from Ben', provider_id: `${other.id}:${first.message.message_id}` },
  ])
})

test('no token and no secret reaches the log', () => {
  const log = bench.server.logLines.join('')
  expect(log).toContain('inbound items left out')
  for (const secret of ['HotelToken', 'SchoolToken', 'secret_of_'])
    expect(log).not.toContain(secret)
})
