import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listAnswerSources } from '#app/domain/answers/queries.server.ts'
import { aiSpend } from '#app/domain/answers/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { conversationEvents } from '#app/domain/conversations/schema.server.ts'
import { openPhoneShop, PHONE } from '#tests/answers.ts'
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

describe('the plan', () => {
  it('hands over to people when its answers are used up, and loses nothing', async () => {
    const chat = start()
    chat.deps.mayAnswer = () => false
    chat.say('How much is the Samsung Galaxy A16?')
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(0)
    expect(chat.conversation()).toMatchObject({
      ...{ aiState: 'paused', needsPersonReason: 'plan_used_up' },
    })
    expect(chat.sent()).toHaveLength(1)
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
