import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { company } from '#app/domain/company/schema.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
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

function pause(chat: Chat): void {
  chat.db.update(conversations).set({ aiState: 'paused' }).run()
}

describe('nothing is sent', () => {
  it('when a person takes over while the model hangs, and the request is cut short', async () => {
    const chat = start({ timeoutMs: 10_000 })
    fake.fault('hang')
    const { conversationId } = chat.say('How much is the Samsung Galaxy A16?')
    const running = chat.runAnswers()
    await expect.poll(() => fake.requests.length).toBe(1)
    const author = { kind: 'member' as const, memberId: addMember(chat) }
    queueMessage(chat.db, { conversationId, author, text: 'I will help you.' })
    await running
    expect(chat.sent().map(({ text }) => text)).toEqual(['I will help you.'])
    expect(chat.answers()).toMatchObject([{ outcome: 'dropped', outcomeReason: 'human_replied' }])
    await expect.poll(() => fake.requests[0]?.aborted).toBe(true)
  })

  it('to a question that was followed by another: one answer covers both', async () => {
    const chat = start({ timeoutMs: 10_000 })
    fake.script([{ times: 1, reply: { delayMs: 5_000 } }])
    chat.say('How much is the Samsung Galaxy A16?')
    const running = chat.runAnswers()
    await expect.poll(() => fake.requests.length).toBe(1)
    chat.say('And do you deliver in Nairobi?')
    await running
    expect(chat.sent()).toHaveLength(1)
    expect(chat.answers().map(({ outcome }) => outcome)).toEqual(['dropped', 'sent'])
    expect(fake.requests[1]?.raw).toContain('How much is the Samsung Galaxy A16?\\nAnd do you')
  })

  it('to words that were changed while it wrote: the new words are answered', async () => {
    const chat = start({ timeoutMs: 10_000 })
    fake.script([{ times: 1, reply: { delayMs: 300 } }])
    const { messageId } = chat.say('How much is the Nokia?')
    const running = chat.runAnswers()
    await expect.poll(() => fake.requests.length).toBe(1)
    chat.db
      .update(messages)
      .set({ text: 'How much is the Samsung Galaxy A16?', editedAt: Date.now() })
      .where(eq(messages.id, messageId))
      .run()
    await running
    expect(chat.sent()).toHaveLength(1)
    expect(chat.sent()[0]?.text).toContain('22,999')
    expect(chat.answers()[0]).toMatchObject({ outcomeReason: 'message_changed' })
  })

  it('to a message that was taken back while it wrote', async () => {
    const chat = start({ timeoutMs: 10_000 })
    fake.script([{ times: 1, reply: { delayMs: 300 } }])
    const { messageId } = chat.say('How much is the Samsung Galaxy A16?')
    const running = chat.runAnswers()
    await expect.poll(() => fake.requests.length).toBe(1)
    const gone = { text: null, deletedAt: Date.now() }
    chat.db.update(messages).set(gone).where(eq(messages.id, messageId)).run()
    await running
    expect(chat.sent()).toHaveLength(0)
  })

  it('to what was written more than twelve hours ago', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?', { at: Date.now() - 13 * 3_600_000 })
    await chat.runAnswers()
    expect(chat.sent()).toHaveLength(0)
    expect(fake.requests).toHaveLength(0)
  })

  it.each([
    ['the company turned it off', (chat: Chat) => setCompany(chat, { aiEnabled: 0 })],
    ['it is paused', pause],
    [
      'the customer is blocked',
      (chat: Chat) => void chat.db.update(contacts).set({ blockedAt: 1 }).run(),
    ],
    [
      'the conversation was closed',
      (chat: Chat) => void chat.db.update(conversations).set({ status: 'closed' }).run(),
    ],
  ])('when %s', async (_case, change) => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?')
    change(chat)
    await chat.runAnswers()
    expect(chat.sent()).toHaveLength(0)
    expect(fake.requests).toHaveLength(0)
  })

  it('and not asked for while it is paused', async () => {
    const chat = start()
    chat.say('Hello')
    await chat.runAnswers()
    pause(chat)
    chat.say('How much is the Samsung Galaxy A16?')
    expect(await chat.runAnswers()).toBe(0)
  })
})

function addMember(chat: Chat): number {
  sqliteOf(chat.db)
    .prepare(
      `insert into members (email, name, role, created_at, updated_at) values ('m@x.test', 'M', 'agent', 1, 1)`,
    )
    .run()
  return 1
}
