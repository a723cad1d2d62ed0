import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listAnswerSources } from '#app/domain/answers/queries.server.ts'
import { aiSpend } from '#app/domain/answers/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import {
  conversationEvents,
  conversations,
  messages,
} from '#app/domain/conversations/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openChat } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'

const PHONE = {
  ...{ sku: 'PH-A16', name: 'Samsung Galaxy A16', description: 'Black or light green.' },
  ...{ priceMinor: 2_299_900, currency: 'KES', stock: 14 },
}
const DELIVERY = {
  question: 'Do you deliver in Nairobi?',
  answer: 'Yes, the same day for KES 300.',
}

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

function start(options: Parameters<typeof openChat>[0] = {}): Chat {
  const chat = openChat({ anthropicUrl: fake.url, apiKey: 'sk-test', ...options })
  open.push(chat)
  chat.teach([DELIVERY], [PHONE])
  return chat
}

function setCompany(chat: Chat, change: Partial<typeof company.$inferInsert>): void {
  chat.db.update(company).set(change).where(eq(company.id, 1)).run()
}

function pause(chat: Chat): void {
  chat.db.update(conversations).set({ aiState: 'paused' }).run()
}

describe('an answer by the model', () => {
  it('names the right price and cites the passage it rests on', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()).toMatchObject([{ authorKind: 'ai', status: 'queued' }])
    expect(chat.sent()[0]?.text).toContain('KES 22,999')
    const [answer] = chat.answers()
    expect(answer).toMatchObject({ outcome: 'sent', writer: 'model', model: 'claude-haiku-5-5' })
    expect(answer?.messageId).toBe(chat.sent()[0]?.id)
    expect(chat.sent()[0]?.aiAnswerId).toBe(answer?.id)
    const cited = listAnswerSources(chat.db, answer!.id).filter(({ isCited }) => isCited)
    expect(cited).toMatchObject([{ sourceKind: 'product', title: 'Samsung Galaxy A16' }])
  })

  it('keeps the words of a source as they were when it was used', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    chat.teach([], [{ ...PHONE, priceMinor: 100 }])
    const [source] = listAnswerSources(chat.db, chat.answers()[0]!.id)
    expect(source?.text).toContain('22,999')
  })

  it('stores what it cost, in the company’s month', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    const [answer] = chat.answers()
    expect(answer?.inputTokens).toBeGreaterThan(100)
    expect(answer?.outputTokens).toBeGreaterThan(0)
    expect(answer?.costMicros).toBeGreaterThan(0)
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Nairobi' })
      .format(Date.now())
      .slice(0, 7)
    expect(chat.db.select().from(aiSpend).all()).toEqual([
      { month, costMicros: answer?.costMicros, answers: 1, stoppedAt: null },
    ])
  })

  it('answers two quick messages once, and both of them', async () => {
    const chat = start()
    chat.say('How much is the Samsung Galaxy A16?')
    chat.say('Do you deliver in Nairobi?')
    expect(await chat.runAnswers()).toBe(1)
    expect(chat.sent()).toHaveLength(1)
    expect(fake.requests).toHaveLength(1)
    expect(fake.requests[0]?.raw).toContain('How much is the Samsung Galaxy A16?\\nDo you deliver')
  })

  it('cuts a reply that is longer than the channel takes', async () => {
    const chat = start()
    fake.fault('long_reply')
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()[0]?.text?.length).toBeLessThanOrEqual(4096)
    expect(chat.sent()[0]?.text).toMatch(/^long long/)
  })

  it('drops sources that were not offered', async () => {
    const chat = start()
    fake.fault('unknown_sources')
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    const [answer] = chat.answers()
    expect(answer).toMatchObject({ outcome: 'sent', writer: 'model' })
    expect(listAnswerSources(chat.db, answer!.id).some(({ isCited }) => isCited)).toBe(false)
  })
})

describe('the built-in assistant answers', () => {
  const PRICE = 'Samsung Galaxy A16 costs KES 22,999. We have 14 in stock.'

  it('without a key, and nothing leaves the machine', async () => {
    const chat = start({ apiKey: undefined })
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()).toMatchObject([{ text: PRICE }])
    expect(chat.answers()).toMatchObject([{ writer: 'builtin', error: 'no_key', costMicros: 0 }])
    expect(fake.requests).toHaveLength(0)
  })

  it.each([
    ['http_529', 'overloaded'],
    ['http_429', 'rate_limited'],
    ['http_500', 'vendor_error'],
    ['http_401', 'key_refused'],
    ['http_402', 'spend_limit'],
    ['http_400', 'request_refused'],
    ['http_413', 'too_large'],
    ['html_502', 'vendor_error'],
    ['hang', 'timeout'],
    ['reset', 'unreachable'],
    ['truncated_body', 'unreachable'],
    ['refusal', 'refusal'],
    ['max_tokens', 'truncated'],
    ['context_exceeded', 'context_exceeded'],
    ['empty_content', 'empty'],
    ['truncated_json', 'malformed'],
    ['not_json', 'malformed'],
    ['wrong_shape', 'malformed'],
    ['confidence_7', 'malformed'],
    ['tool_use_not_offered', 'empty'],
    ['markup_reply', 'unsourced_link'],
    ['leaked_prompt', 'leaked_prompt'],
  ] as const)('when the vendor does %s', async (fault, error) => {
    const chat = start({ timeoutMs: 150 })
    fake.fault(fault)
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.answers()).toMatchObject([{ writer: 'builtin', error, outcome: 'sent' }])
    expect(chat.sent()).toMatchObject([{ text: PRICE }])
    expect(fake.requests).toHaveLength(1)
  })

  it.each(['two_text_blocks', 'unknown_block'] as const)('but not for %s', async (fault) => {
    const chat = start()
    fake.fault(fault)
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.answers()).toMatchObject([{ writer: 'model', outcome: 'sent' }])
  })

  it('and an outage is not asked again and again', async () => {
    const chat = start()
    fake.fault('http_529', Infinity)
    for (let turn = 0; turn < 12; turn++) {
      chat.say('How much is the Samsung Galaxy A16?')
      await chat.runAnswers()
    }
    expect(chat.sent()).toHaveLength(12)
    expect(fake.requests.length).toBeLessThanOrEqual(4)
    expect(chat.model.status()).toMatchObject({ isResting: true, reason: 'overloaded' })
  })
})

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

describe('nothing is sent', () => {
  it('when a person takes over while the model hangs, and the request is cut short', async () => {
    const chat = start({ timeoutMs: 10_000 })
    fake.fault('hang')
    const { conversationId } = chat.say('How much is the Samsung Galaxy A16?')
    const running = chat.runAnswers()
    await expect.poll(() => fake.requests.length).toBe(1)
    const { queueMessage } = await import('#app/domain/conversations/queue-message.server.ts')
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

describe('the monthly budget', () => {
  it('stops the assistant and says so', async () => {
    const chat = start()
    setCompany(chat, { aiMonthlyBudgetCents: 1 })
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(chat.sent()).toHaveLength(1)
    chat.db.update(aiSpend).set({ costMicros: 10_000 }).run()
    chat.say('Do you deliver in Nairobi?')
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(1)
    expect(chat.conversation()).toMatchObject({
      ...{ aiState: 'paused', needsPersonReason: 'budget_used_up' },
    })
    expect(chat.db.select().from(aiSpend).get()?.stoppedAt).toEqual(expect.any(Number))
    const kinds = chat.db
      .select()
      .from(conversationEvents)
      .all()
      .map(({ kind }) => kind)
    expect(kinds).toContain('ai_stopped')
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
