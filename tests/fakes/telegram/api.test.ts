import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANN, TOKEN, call, sendText, startBot } from './test-bot.ts'

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

const keyboard = (button: Record<string, unknown>) => ({
  reply_markup: { inline_keyboard: [[{ text: 'Yes', ...button }]] },
})

describe('calls', () => {
  it('takes method names in any case, by JSON, query and form', async () => {
    expect((await call(world.fake, 'GETME')).json.result).toMatchObject({ id: 222, is_bot: true })
    const query = `${world.fake.url}/bot${TOKEN}/sendMessage?chat_id=${ANN.id}&text=by+query`
    expect((await fetch(query)).status).toBe(200)
    const form = new FormData()
    form.set('chat_id', String(ANN.id))
    form.set('text', 'by form')
    form.set('reply_markup', JSON.stringify(keyboard({ callback_data: 'a' }).reply_markup))
    expect((await call(world.fake, 'sendMessage', form)).json.result.reply_markup).toBeDefined()
    expect(world.fake.sent(TOKEN).map((one) => one.text)).toEqual(['by query', 'by form'])
  })

  it.each([
    ['an unknown method', 'telepathy', TOKEN, 404, 'Not Found: method not found'],
    ['a revoked token', 'getMe', '222:OTHER', 401, 'Unauthorized'],
    ['a token without colon', 'getMe', '222', 401, 'Unauthorized: invalid token specified'],
    ['a token from zero', 'getMe', '0:a', 401, 'Unauthorized: invalid token specified'],
    ['a token with a slash', 'getMe', '1:a/b', 401, 'Unauthorized: invalid token specified'],
    ['a long token', 'getMe', `1:${'a'.repeat(80)}`, 401, 'Unauthorized: invalid token specified'],
  ])('refuses %s', async (_name, method, token, status, description) => {
    const answer = await call(world.fake, method, {}, token)
    expect(answer.status).toBe(status)
    expect(answer.json).toEqual({ ok: false, error_code: status, description })
  })

  it('answers 404 outside /bot and 400 to broken JSON', async () => {
    expect((await fetch(`${world.fake.url}/hello`)).status).toBe(404)
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: '{' }
    expect((await fetch(`${world.fake.url}/bot${TOKEN}/sendMessage`, init)).status).toBe(400)
  })
})

describe('sendMessage', () => {
  it('answers the message and lists it', async () => {
    const { json } = await sendText(world.fake, 'Choose', keyboard({ callback_data: 'b:7f3a' }))
    expect(json.result).toMatchObject({ chat: { id: ANN.id }, from: { id: 222 }, text: 'Choose' })
    expect(world.fake.sent(TOKEN, { chatId: ANN.id })).toHaveLength(1)
  })

  it.each([
    ['empty text', { text: ' ' }, 'message text is empty'],
    ['4097 characters', { text: 'x'.repeat(4097) }, 'message is too long'],
    ['an unknown chat', { chat_id: 42 }, 'chat not found'],
    [
      'callback data of 65 bytes',
      keyboard({ callback_data: 'é'.repeat(33) }),
      'BUTTON_DATA_INVALID',
    ],
    ['empty callback data', keyboard({ callback_data: '' }), 'BUTTON_DATA_INVALID'],
    [
      'a button with two actions',
      keyboard({ callback_data: 'a', url: 'https://a.test' }),
      'exactly one action',
    ],
    ['a button without action', keyboard({}), 'exactly one action'],
    [
      'an unknown quoted message',
      { reply_parameters: { message_id: 5 } },
      'message to be replied not found',
    ],
    ['an open tag', { text: '<b>bold', parse_mode: 'HTML' }, "can't parse entities"],
    ['a bare angle', { text: 'a < b', parse_mode: 'HTML' }, "can't parse entities"],
    ['a reserved character', { text: 'Hi.', parse_mode: 'MarkdownV2' }, "can't parse entities"],
    ['a lone star', { text: '2 * 3', parse_mode: 'Markdown' }, "can't parse entities"],
  ])('refuses %s', async (_name, more, description) => {
    const { status, json } = await sendText(world.fake, 'hi', more)
    expect(status).toBe(400)
    expect(json.description).toContain(description)
    expect(world.fake.sent(TOKEN)).toEqual([])
  })

  it.each([
    ['4096 characters', { text: 'x'.repeat(4096) }, 'x'.repeat(4096)],
    ['balanced HTML', { text: '<b>5 &lt; 6</b>', parse_mode: 'HTML' }, '5 < 6'],
    ['escaped markdown', { text: String.raw`*Hi*\.`, parse_mode: 'MarkdownV2' }, 'Hi.'],
    ['plain text with markup signs', { text: 'a < b * c.' }, 'a < b * c.'],
    ['64 bytes of data', keyboard({ callback_data: 'x'.repeat(64) }), 'hi'],
  ])('accepts %s', async (_name, more, text) => {
    expect((await sendText(world.fake, 'hi', more)).json.result.text).toBe(text)
  })
})

describe('chats that cannot be written to', () => {
  it.each([
    ['blocked', 'private', 'Forbidden: bot was blocked by the user'],
    ['deactivated', 'private', 'Forbidden: user is deactivated'],
    ['kicked', 'supergroup', 'Forbidden: bot was kicked from the supergroup chat'],
    ['left', 'channel', 'Forbidden: bot is not a member of the channel chat'],
    ['uninitiated', 'private', "Forbidden: bot can't initiate conversation with a user"],
  ] as const)('%s', async (state, type, description) => {
    world.fake.addChat(TOKEN, { id: 77, type, state })
    const { status, json } = await sendText(world.fake, 'hi', { chat_id: 77 })
    expect([status, json.description]).toEqual([403, description])
  })

  it('names the new chat of a migrated group', async () => {
    world.fake.addChat(TOKEN, { id: -5, type: 'group', title: 'Shop' })
    world.fake.migrateChat(TOKEN, -5, -1005)
    const old = await sendText(world.fake, 'hi', { chat_id: -5 })
    expect([old.status, old.json.parameters]).toEqual([400, { migrate_to_chat_id: -1005 }])
    expect((await sendText(world.fake, 'hi', { chat_id: -1005 })).status).toBe(200)
  })
})

describe('faults', () => {
  it('answers 429 with header and parameter, once', async () => {
    world.fake.fail({ kind: 'error', errorCode: 429, retryAfter: 7, times: 1 })
    const limited = await sendText(world.fake)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
    expect(limited.json.parameters).toEqual({ retry_after: 7 })
    expect(limited.json.description).toBe('Too Many Requests: retry after 7')
    expect((await sendText(world.fake)).status).toBe(200)
  })

  it('accepts and drops: an error for the caller, the message is out', async () => {
    world.fake.fail({ kind: 'accept-then-drop', times: 1, match: { method: 'sendmessage' } })
    await expect(sendText(world.fake)).rejects.toThrow()
    expect(world.fake.sent(TOKEN)).toHaveLength(1)
  })

  it('keeps the published pace when switched on', async () => {
    world.fake.configure({ rateLimits: true })
    expect((await sendText(world.fake)).status).toBe(200)
    expect((await sendText(world.fake)).json.parameters).toEqual({ retry_after: 1 })
    world.fake.advanceClock(1000)
    expect((await sendText(world.fake)).status).toBe(200)
  })
})

describe('changing messages', () => {
  it('edits text, says when nothing changes, and deletes', async () => {
    const { message_id } = (await sendText(world.fake)).json.result
    const target = { chat_id: ANN.id, message_id }
    expect((await call(world.fake, 'editMessageText', { ...target, text: 'new' })).status).toBe(200)
    const same = await call(world.fake, 'editMessageText', { ...target, text: 'new' })
    expect([same.status, same.json.description]).toEqual([
      400,
      expect.stringContaining('message is not modified: '),
    ])
    expect(world.fake.sent(TOKEN)).toMatchObject([{ text: 'new' }])
    expect((await call(world.fake, 'deleteMessage', target)).json.result).toBe(true)
    expect((await call(world.fake, 'deleteMessage', target)).status).toBe(400)
    expect(world.fake.sent(TOKEN)).toEqual([])
  })

  it('does not edit what a person wrote', async () => {
    const { messageId } = await world.fake.deliverMessage(TOKEN, {
      type: 'text',
      from: ANN,
      text: 'mine',
    })
    const target = { chat_id: ANN.id, message_id: messageId, text: 'yours' }
    expect((await call(world.fake, 'editMessageText', target)).json.description).toContain(
      "can't be edited",
    )
  })

  it('shows typing, and refuses an action that does not exist', async () => {
    const act = (action: string) => call(world.fake, 'sendChatAction', { chat_id: ANN.id, action })
    expect([(await act('typing')).status, (await act('dancing')).status]).toEqual([200, 400])
  })
})
