import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { company } from '#app/domain/company/schema.server.ts'
import { conversationEvents } from '#app/domain/conversations/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'

let fake: AnthropicFake
const open: Chat[] = []

beforeAll(async () => {
  fake = await startAnthropicFake()
})
afterEach(() => {
  fake.reset()
  for (const chat of open.splice(0)) chat.close()
})
afterAll(() => fake.close())

function start(options: Parameters<typeof openPhoneShop>[0] = {}): Chat {
  const chat = openPhoneShop({ anthropicUrl: fake.url, apiKey: 'sk-test', ...options })
  open.push(chat)
  return chat
}

function setCompany(chat: Chat, change: Partial<typeof company.$inferInsert>): void {
  chat.db.update(company).set(change).where(eq(company.id, 1)).run()
}

describe('a hand-over', () => {
  it('comes on request, in the customer’s language, without asking the model', async () => {
    const chat = start()
    chat.say('Naomba kuongea na mhudumu')
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(0)
    expect(chat.sent()[0]?.text).toMatch(/Mwenzangu/)
    expect(chat.conversation()).toMatchObject({
      aiState: 'paused',
      needsPersonReason: 'customer_asked',
      needsPersonAt: expect.any(Number) as number,
    })
    const events = chat.db.select().from(conversationEvents).all()
    expect(events.map(({ kind }) => kind)).toContain('handed_over')
  })

  it('comes for who is angry, without asking the model', async () => {
    const chat = start()
    chat.say('Mmenidanganya, nimekasirika sana')
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(0)
    expect(chat.sent()[0]?.text).toMatch(/Samahani/)
    expect(chat.conversation()).toMatchObject({ needsPersonReason: 'angry' })
  })

  it('comes for who says for the second time that they were misunderstood', async () => {
    const chat = start()
    for (const text of ['How much is the Samsung Galaxy A16?', 'That is not what I asked']) {
      chat.say(text)
      await chat.runAnswers()
      expect(chat.conversation()).toMatchObject({ aiState: 'on' })
    }
    chat.say('You don’t understand me')
    await chat.runAnswers()
    expect(chat.sent().at(-1)?.text).toMatch(/sorry that I did not understand/)
    expect(chat.conversation()).toMatchObject({ needsPersonReason: 'misunderstood' })
  })

  it('comes for a customer with the tag VIP, and for nobody else', async () => {
    const chat = start()
    const { contactId } = chat.say('How much is the Samsung Galaxy A16?')
    const tagged = 'insert into tags (name, created_at) values (?, 1)'
    const { lastInsertRowid } = sqliteOf(chat.db).prepare(tagged).run('vip')
    const carries = 'insert into contact_tags (contact_id, tag_id, at) values (?, ?, 1)'
    sqliteOf(chat.db).prepare(carries).run(contactId, lastInsertRowid)
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(0)
    expect(chat.conversation()).toMatchObject({ needsPersonReason: 'vip' })
    chat.say('How much is the Samsung Galaxy A16?', { phone: '254799999999' })
    await chat.runAnswers()
    expect(chat.sent().at(-1)?.text).toContain('22,999')
  })

  it('comes when the model is not sure enough', async () => {
    const chat = start()
    fake.script([{ reply: { answer: { confidence: 0.59, reply: 'Perhaps KES 5.' } } }])
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()).toHaveLength(1)
    expect(chat.sent()[0]?.text).toMatch(/colleague/)
    expect(chat.answers()).toMatchObject([
      { outcome: 'handed_over', outcomeReason: 'low_confidence', reply: 'Perhaps KES 5.' },
    ])
  })

  it('follows the company’s threshold', async () => {
    const chat = start()
    setCompany(chat, { aiThreshold: 0.3 })
    fake.script([{ reply: { answer: { confidence: 0.4, reply: 'KES 22,999', sources: [1] } } }])
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()).toMatchObject([{ text: 'KES 22,999' }])
  })

  it('comes when the model asks for it, with its reason for staff', async () => {
    const chat = start()
    const answer = { handOver: true, handOverReason: 'Wants a bulk discount', confidence: 0.9 }
    fake.script([{ reply: { answer } }])
    chat.say('How much is the Samsung Galaxy A16 for 100 pieces?')
    await chat.runAnswers()
    expect(chat.conversation().needsPersonReason).toBe('assistant_asked')
    expect(chat.answers()[0]?.handOverReason).toBe('Wants a bulk discount')
  })

  it('does not follow from empty sources alone', async () => {
    const chat = start()
    chat.say('Hello')
    await chat.runAnswers()
    expect(chat.answers()).toMatchObject([{ outcome: 'sent', writer: 'model' }])
    expect(chat.conversation().aiState).toBe('on')
  })

  it.each([
    ['audio', null, 'voice_message'],
    ['image', null, 'wordless_message'],
    ['location', null, 'wordless_message'],
    ['unsupported', null, 'unsupported_message'],
    ['order', null, 'order'],
  ] as const)('comes for %s without words', async (type, text, reason) => {
    const chat = start()
    chat.say(text, { type })
    await chat.runAnswers()
    expect(chat.conversation().needsPersonReason).toBe(reason)
    expect(chat.sent()).toHaveLength(1)
    expect(fake.requests).toHaveLength(0)
  })

  it('is not needed for a picture with a question, nor for a sticker', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?', { type: 'image' })
    await chat.runAnswers()
    chat.say(null, { type: 'sticker' })
    await chat.runAnswers()
    expect(chat.sent()).toHaveLength(1)
    expect(chat.conversation().aiState).toBe('on')
  })

  it('is said once, however often the customer writes on', async () => {
    const chat = start()
    for (const text of ['human please', 'hello?', 'anybody?', 'human please']) {
      chat.say(text)
      await chat.runAnswers()
    }
    expect(chat.sent()).toHaveLength(1)
  })

  it('comes when neither model nor passages know', async () => {
    const chat = start({ apiKey: undefined })
    chat.say('Can I park a helicopter on your roof?')
    await chat.runAnswers()
    expect(chat.conversation().aiState).toBe('paused')
    expect(chat.sent()[0]?.text).toMatch(/colleague/)
  })
})
