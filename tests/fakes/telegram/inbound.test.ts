import { afterEach, beforeEach, expect, it } from 'vitest'
import type { InboundMessage } from './inbound-schema.ts'
import { ANN, TOKEN, call, sendText, startBot } from './test-bot.ts'

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

const updateAt = (index: number) =>
  JSON.parse(world.receiver.requests[index]?.body.toString() ?? '') as Record<
    string,
    Record<string, unknown>
  >

it.each<[InboundMessage, unknown]>([
  [
    { type: 'text', from: ANN, text: '/start ref' },
    { text: '/start ref', entities: [{ length: 6 }] },
  ],
  [
    { type: 'photo', from: ANN, caption: 'c' },
    { caption: 'c', photo: [{ width: 90 }, { width: 1280 }] },
  ],
  [{ type: 'voice', from: ANN }, { voice: { mime_type: 'audio/ogg; codecs=opus' } }],
  [
    { type: 'document', from: ANN, fileName: '../../etc/passwd' },
    { document: { file_name: '../../etc/passwd' } },
  ],
  [{ type: 'sticker', from: ANN }, { sticker: { width: 512 } }],
  [
    { type: 'location', from: ANN, location: { latitude: 1, longitude: 2 } },
    { location: { latitude: 1 } },
  ],
  [
    { type: 'contact', from: ANN, contact: { phone_number: '254', first_name: 'B' } },
    { contact: { phone_number: '254' } },
  ],
  [{ type: 'other', from: ANN, more: { dice: { value: 6 } } }, { dice: { value: 6 } }],
])('delivers a private message: %o', async (message, content) => {
  await world.fake.deliverMessage(TOKEN, message)
  expect(updateAt(0).message).toMatchObject({
    from: { id: ANN.id, is_bot: false },
    chat: { id: ANN.id, type: 'private' },
    ...(content as object),
  })
})

it('delivers an album as messages of one group', async () => {
  await world.fake.deliverAlbum(TOKEN, [
    { type: 'photo', from: ANN },
    { type: 'photo', from: ANN },
  ])
  const groups = [0, 1].map((index) => updateAt(index).message?.media_group_id)
  expect(groups[0]).toBe(groups[1])
  expect(groups[0]).toMatch(/^\d+$/)
})

it('delivers group messages and channel posts', async () => {
  const group = { id: -55, type: 'group' as const, title: 'Friends' }
  await world.fake.deliverMessage(TOKEN, { type: 'text', from: ANN, chat: group, text: 'hi' })
  expect(updateAt(0).message).toMatchObject({ chat: group, from: { id: ANN.id } })
  const channel = { id: -66, type: 'channel' as const, title: 'News' }
  await world.fake.deliverMessage(TOKEN, { type: 'text', chat: channel, text: 'post' })
  expect(updateAt(1).channel_post).toMatchObject({ chat: channel, text: 'post' })
  expect(updateAt(1).channel_post).not.toHaveProperty('from')
})

it('delivers an edit under the old message id', async () => {
  const { messageId = 0 } = await world.fake.deliverMessage(TOKEN, {
    type: 'text',
    from: ANN,
    text: 'a',
  })
  await world.fake.deliverEdit(TOKEN, { chatId: ANN.id, messageId, text: 'b' })
  const edited = { message_id: messageId, text: 'b', edit_date: expect.any(Number) }
  expect(updateAt(1).edited_message).toMatchObject(edited)
})

it('delivers a button press that must be answered in time', async () => {
  const { message_id } = (await sendText(world.fake, 'Choose')).json.result
  const press = { from: ANN, data: 'b:1', messageId: message_id }
  const { callbackId = '' } = await world.fake.pressButton(TOKEN, press)
  expect(updateAt(0).callback_query).toMatchObject({
    id: callbackId,
    data: 'b:1',
    message: { text: 'Choose' },
  })
  const answer = (text: string, id = callbackId) =>
    call(world.fake, 'answerCallbackQuery', { callback_query_id: id, text })
  expect((await answer('x'.repeat(201))).status).toBe(400)
  expect((await answer('Thanks')).status).toBe(200)
  expect(world.fake.callbackAnswer(TOKEN, callbackId)).toMatchObject({ text: 'Thanks' })
  world.fake.advanceClock(151_000)
  expect((await answer('late')).json.description).toContain('query is too old')
  await world.fake.pressButton(TOKEN, { ...press, inaccessible: true })
  expect(updateAt(1).callback_query?.message).toMatchObject({ date: 0, message_id })
})

it('delivers block and unblock, and refuses to write in between', async () => {
  await world.fake.setBlocked(TOKEN, { from: ANN, blocked: true })
  expect(updateAt(0).my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked' } })
  expect((await sendText(world.fake)).status).toBe(403)
  await world.fake.setBlocked(TOKEN, { from: ANN, blocked: false })
  expect(updateAt(1).my_chat_member).toMatchObject({ new_chat_member: { status: 'member' } })
  expect((await sendText(world.fake)).status).toBe(200)
})
