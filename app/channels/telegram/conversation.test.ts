import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import type { QueueMessageInput } from '#app/domain/conversations/outbound.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { allRead, ANN, rowsOf, startTelegramBench, storedMessages, until } from '#tests/telegram.ts'
import type { StoredMessage, TelegramBench, TelegramLine } from '#tests/telegram.ts'

let bench: TelegramBench
let hotel: TelegramLine
const from = ANN

beforeAll(async () => {
  bench = await startTelegramBench()
  hotel = bench.hotel
  await bench.fake.deliverMessage(hotel.token, { type: 'text', from, text: 'Hello' })
  await allRead(hotel)
})
afterAll(() => bench.close())
beforeEach(() => bench.fake.clearFaults())

type Inbound = Parameters<TelegramBench['fake']['deliverMessage']>[1]

async function receive(message: Inbound): Promise<StoredMessage | undefined> {
  await bench.fake.deliverMessage(hotel.token, message)
  await allRead(hotel)
  return storedMessages(hotel).at(-1)
}

const payloadOf = (message?: StoredMessage) =>
  JSON.parse(message?.payload_json ?? 'null') as Record<string, unknown>

const mediaOf = (id?: number) =>
  rowsOf(hotel, 'select * from message_media where message_id = ?', id)[0]

async function say(input: Partial<QueueMessageInput>): Promise<StoredMessage> {
  const conversationId = storedMessages(hotel)[0]?.conversation_id as number
  const author = { kind: 'system' } as const
  const queued = queueMessage(hotel.company.db, { conversationId, author, ...input })
  if (!queued.ok) throw new Error(queued.reason)
  return findMessage(queued.messageId)
}

const findMessage = (id: number) =>
  storedMessages(hotel).find((one) => one.id === id) as StoredMessage

/** A message once it is no longer on its way. */
const settled = (id: number) =>
  until(
    () => findMessage(id),
    ({ status }) => status !== 'queued' && status !== 'sending',
  )

describe('what a customer sends', () => {
  test('a person is known by id, with name and handle', () => {
    const contacts = rowsOf(hotel, 'select name from contacts')
    expect(contacts).toEqual([{ name: 'Ann' }])
    const ids = rowsOf(
      hotel,
      'select kind, external_id as id from contact_identities order by kind',
    )
    expect(ids).toEqual([
      { kind: 'user_id', id: '1111111' },
      { kind: 'username', id: 'ann_k' },
    ])
  })

  test.each([
    ['photo', 'image', 'image/png'],
    ['video', 'video', 'video/mp4'],
    ['voice', 'audio', 'audio/ogg'],
    ['audio', 'audio', 'audio/ogg'],
    ['document', 'document', 'application/pdf'],
    ['sticker', 'sticker', 'image/webp'],
    ['video_note', 'video', 'video/mp4'],
  ] as const)('%s arrives as %s and its bytes are fetched', async (type, kind, mimeType) => {
    const message = await receive({ type, from, caption: 'see this' })
    expect(message?.type).toBe(kind)
    const media = await until(
      () => mediaOf(message?.id),
      (row) => row?.['state'] !== 'pending',
    )
    expect(media).toMatchObject({ kind, state: 'stored', is_voice: type === 'voice' ? 1 : 0 })
    expect(media?.['mime_type']).toBe(mimeType)
  })

  test('of a photo’s sizes the largest is taken', async () => {
    const message = await receive({ type: 'photo', from, caption: 'in stock?' })
    const { update } = bench.fake.updates(hotel.token).at(-1) ?? {}
    const sizes = (update?.['message'] as { photo: { file_id: string; width: number }[] }).photo
    const widest = [...sizes].sort((a, b) => b.width - a.width)[0]
    expect(mediaOf(message?.id)?.['provider_media_id']).toBe(widest?.file_id)
    expect(message?.text).toBe('in stock?')
  })

  test('an album is as many messages, held together', async () => {
    const count = storedMessages(hotel).length
    await bench.fake.deliverAlbum(hotel.token, [
      { type: 'photo', from },
      { type: 'photo', from, caption: 'both' },
    ])
    await allRead(hotel)
    const added = storedMessages(hotel).slice(count)
    const albums = added.map((one) => payloadOf(one)['albumId'])
    expect(added).toHaveLength(2)
    expect(albums[0]).toBeTruthy()
    expect(albums[0]).toBe(albums[1])
  })

  test('places, cards, links and what nobody knows', async () => {
    const location = { latitude: -1.28, longitude: 36.82 }
    const spot = await receive({ type: 'location', from, location })
    expect([spot?.type, payloadOf(spot)['location']]).toEqual(['location', location])
    const contact = { phone_number: '+254700000001', first_name: 'Ben' }
    const card = await receive({ type: 'contact', from, contact })
    expect([card?.type, card?.text]).toEqual(['contacts', 'Ben'])
    const start = await receive({ type: 'text', from, text: '/start ref_abc' })
    expect(payloadOf(start)['referral']).toMatchObject({ sourceId: 'ref_abc' })
    const dream = await receive({ type: 'other', from, more: { hologram: { depth: 3 } } })
    expect([dream?.type, payloadOf(dream)['vendorType']]).toEqual(['unsupported', 'hologram'])
  })

  test('a quote finds its message', async () => {
    const { messageId } = await bench.fake.deliverMessage(hotel.token, {
      ...{ type: 'text', from, text: 'first' },
    })
    await allRead(hotel)
    const first = storedMessages(hotel).at(-1)
    const quote = await receive({ type: 'text', from, text: 'again', replyTo: messageId })
    expect(quote?.reply_to_id).toBe(first?.id)
  })

  test('an edit changes the message and keeps the earlier words', async () => {
    const { messageId = 0 } = await bench.fake.deliverMessage(hotel.token, {
      ...{ type: 'text', from, text: 'two rooms' },
    })
    await allRead(hotel)
    const count = storedMessages(hotel).length
    await bench.fake.deliverEdit(hotel.token, { chatId: from.id, messageId, text: 'three rooms' })
    await allRead(hotel)
    const edited = storedMessages(hotel).at(-1)
    expect([storedMessages(hotel).length, edited?.text]).toEqual([count, 'three rooms'])
    expect(edited?.edited_at).toBeTruthy()
    const before = rowsOf(hotel, 'select previous_text as text from message_edits')
    expect(before).toContainEqual({ text: 'two rooms' })
  })

  test('a file too large for bots is said so and not asked for again', async () => {
    const message = await receive({ type: 'document', from, size: 21 * 1024 * 1024 })
    const media = await until(
      () => mediaOf(message?.id),
      (row) => row?.['state'] !== 'pending',
    )
    expect(media).toMatchObject({ state: 'refused', failure_reason: 'too_large' })
  })
})

describe('what we send', () => {
  test('text goes out as it is, without markup', async () => {
    const { id } = await say({ text: 'Price: <b>5_000</b> *KES* [x](http://y)' })
    expect((await settled(id)).status).toBe('sent')
    const sent = bench.fake.sent(hotel.token).at(-1)
    expect(sent?.['text']).toBe('Price: <b>5_000</b> *KES* [x](http://y)')
    expect(sent?.['entities']).toBeUndefined()
    expect(findMessage(id).provider_id).toBe(`${from.id}:${sent?.message_id}`)
  })

  test('a reply quotes', async () => {
    const asked = await receive({ type: 'text', from, text: 'quote me' })
    const { id } = await say({ text: 'quoted', replyToId: asked?.id })
    await settled(id)
    const call = bench.fake.calls(hotel.token, 'sendMessage').at(-1)
    expect(call?.params['reply_parameters']).toMatchObject({
      ...{ message_id: Number(asked?.provider_id?.split(':')[1]) },
      allow_sending_without_reply: true,
    })
  })

  test.each([
    ['sendPhoto', 'a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['sendDocument', 'list.txt', Buffer.from('one\ntwo')],
    ['sendVoice', 'note.ogg', oggOpus()],
  ])('a file goes out by %s with its caption', async (method, name, bytes) => {
    const put = await putFile(hotel.company.db, { name, bytes, purpose: 'message' })
    if (!put.ok) throw new Error(put.reason)
    const isVoice = method === 'sendVoice'
    const { id } = await say({ fileIds: [put.fileId], text: isVoice ? undefined : 'here it is' })
    expect((await settled(id)).status).toBe('sent')
    const call = bench.fake.calls(hotel.token, method).at(-1)
    expect(call?.ok).toBe(true)
    if (!isVoice) expect(call?.params['caption']).toBe('here it is')
  })

  test('buttons are sent, and a press comes back as what was pressed', async () => {
    const buttons = [{ id: 'b:7f3a', title: 'Yes, book it' }]
    const { id } = await say({ text: 'Shall we?', payload: { buttons } })
    await settled(id)
    const messageId = bench.fake.sent(hotel.token).at(-1)?.message_id
    const { callbackId = '' } = await bench.fake.pressButton(hotel.token, {
      ...{ from, data: 'b:7f3a', messageId },
    })
    await allRead(hotel)
    const pressed = storedMessages(hotel).at(-1)
    expect(pressed).toMatchObject({ type: 'interactive', text: 'Yes, book it', reply_to_id: id })
    await expect.poll(() => bench.fake.callbackAnswer(hotel.token, callbackId)).toBeTruthy()
    const old = await bench.fake.pressButton(hotel.token, {
      ...{ from, data: 'b:7f3a', messageId, inaccessible: true },
    })
    await expect
      .poll(() => bench.fake.callbackAnswer(hotel.token, old.callbackId as string))
      .toMatchObject({ show_alert: true })
  })
})

describe('when Telegram does not take it', () => {
  test('too fast: it waits as told and arrives once', async () => {
    bench.fake.fail({
      kind: 'error',
      match: { method: 'sendmessage' },
      errorCode: 429,
      retryAfter: 1,
      times: 1,
    })
    const { id } = await say({ text: 'patient' })
    expect((await settled(id)).status).toBe('sent')
    const calls = bench.fake.sent(hotel.token).filter((one) => one['text'] === 'patient')
    expect(calls).toHaveLength(1)
  })

  test('blocked: told in words, and the contact cannot be reached until they unblock', async () => {
    const isUnreachable = () =>
      rowsOf<{ at: number | null }>(hotel, 'select unreachable_at as at from contacts')[0]?.at !==
      null
    await bench.fake.setBlocked(hotel.token, { from, blocked: true })
    await allRead(hotel)
    expect(isUnreachable()).toBe(true)
    const { id } = await say({ text: 'are you there?' })
    expect(await settled(id)).toMatchObject({
      ...{ status: 'failed', failure_reason: expect.stringMatching(/blocked the bot/) },
    })
    await bench.fake.setBlocked(hotel.token, { from, blocked: false })
    await allRead(hotel)
    expect(isUnreachable()).toBe(false)
  })

  test('refused for good: failed with the vendor’s reason, asked once', async () => {
    bench.fake.fail({
      kind: 'error',
      match: { method: 'sendmessage' },
      errorCode: 400,
      description: 'chat not found',
      times: 1,
    })
    const { id } = await say({ text: 'nowhere' })
    expect(await settled(id)).toMatchObject({
      ...{ status: 'failed', failure_reason: expect.stringMatching(/chat not found/) },
    })
  })

  test('no answer: unconfirmed at once and never repeated', async () => {
    bench.fake.fail({ kind: 'accept-then-drop', match: { method: 'sendmessage' }, times: 1 })
    const { id } = await say({ text: 'lost on the way' })
    expect((await settled(id)).status).toBe('unconfirmed')
    const { id: next } = await say({ text: 'the next one' })
    expect((await settled(next)).status).toBe('sent')
    const arrived = bench.fake.sent(hotel.token).filter((one) => one['text'] === 'lost on the way')
    expect(arrived).toHaveLength(1)
  })

  test('a chat that moved gets it under its new number', async () => {
    bench.fake.addChat(hotel.token, { id: -100777, type: 'supergroup', title: 'Moved' })
    bench.fake.fail({
      kind: 'error',
      match: { method: 'sendmessage' },
      errorCode: 400,
      migrateTo: -100777,
      times: 1,
    })
    const { id } = await say({ text: 'follows' })
    expect(await settled(id)).toMatchObject({
      status: 'sent',
      provider_id: expect.stringMatching(/^-100777:/),
    })
  })
})

/** The head of an Opus recording, as far as its kind is told by it. */
function oggOpus(): Buffer {
  const head = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')])
  return Buffer.concat([head, Buffer.alloc(64)])
}
