import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { aiSpend } from '#app/domain/answers/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { tryOut } from './try-out.server.ts'
import type { TriedMessage } from './try-out.server.ts'

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

function start(apiKey: string | undefined = 'sk-test'): Chat {
  const chat = openPhoneShop({ anthropicUrl: fake.url, apiKey, retrieve })
  open.push(chat)
  return chat
}
const asks = (text: string): TriedMessage => ({ by: 'customer', text })

it('answers as for real and tells why: passages with their scores, prompt, cost and time', async () => {
  const chat = start()
  const tried = await tryOut(chat.db, chat.deps, { messages: [asks('Do you deliver in Nairobi?')] })
  if (!tried.ok) throw new Error(tried.reason)
  expect(tried).toMatchObject({
    ...{ writer: 'model', handOverReason: null, search: 'Do you deliver in Nairobi?' },
    reply: expect.stringContaining('same day') as string,
  })
  expect(tried.passages[0]).toMatchObject({ sourceKind: 'faq', isCited: true })
  expect(tried.passages[0]?.wordScore).toBeGreaterThan(0)
  expect(tried.prompt.stableSystem).toContain('Jua Electronics')
  expect(tried.prompt.changingSystem).toContain('KES 300')
  expect(tried.usage.input + tried.usage.cacheWrite).toBeGreaterThan(100)
  expect(tried.costMicros).toBeGreaterThan(0)
})

it('stores no conversation and writes to nobody; only its cost counts', async () => {
  const chat = start()
  await tryOut(chat.db, chat.deps, { messages: [asks('Do you deliver in Nairobi?')] })
  for (const table of [conversations, messages, contacts])
    expect(chat.db.select().from(table).all()).toEqual([])
  expect(chat.answers()).toEqual([])
  const [spend] = chat.db.select().from(aiSpend).all()
  expect(spend).toMatchObject({ answers: 0 })
  expect(spend?.costMicros).toBeGreaterThan(0)
})

it('knows what was said before', async () => {
  const chat = start()
  const said = [
    asks('How much is the Samsung Galaxy A16?'),
    { by: 'assistant', text: 'KES 22,999' },
  ]
  await tryOut(chat.db, chat.deps, { messages: [...(said as TriedMessage[]), asks('in black?')] })
  const raw = fake.requests[0]?.raw ?? ''
  expect(raw).toContain('KES 22,999')
  expect(raw).toContain('in black?')
})

it('says when a person would take over, and works without a model', async () => {
  const chat = start()
  const asked = await tryOut(chat.db, chat.deps, { messages: [asks('I want to talk to a human')] })
  expect(asked).toMatchObject({ ok: true, handOverReason: 'customer_asked' })
  const bare = openPhoneShop({ anthropicUrl: fake.url, retrieve })
  open.push(bare)
  const tried = await tryOut(bare.db, bare.deps, { messages: [asks('Do you deliver in Nairobi?')] })
  expect(tried).toMatchObject({ ok: true, writer: 'builtin', error: 'no_key', costMicros: 0 })
})

it('costs nothing beyond the month’s budget or the plan', async () => {
  const chat = start()
  const ask = { messages: [asks('Do you deliver in Nairobi?')] }
  const limited = { ...chat.deps, mayAnswer: () => false }
  expect(await tryOut(chat.db, limited, ask)).toEqual({ ok: false, reason: 'plan_used_up' })
  chat.db.update(company).set({ aiMonthlyBudgetCents: 0 }).run()
  expect(await tryOut(chat.db, chat.deps, ask)).toEqual({ ok: false, reason: 'budget_used_up' })
  expect(fake.requests).toHaveLength(0)
})

it('lets the rules decide before a model is asked, as for real', async () => {
  const chat = start()
  const asked = { messages: [asks('I want to talk to a human')] }
  const tried = await tryOut(chat.db, chat.deps, asked)
  expect(tried).toMatchObject({ ok: true, handOverReason: 'customer_asked', passages: [] })
  expect(tried).toMatchObject({ costMicros: 0, error: null })
  expect(fake.requests).toHaveLength(0)
})

it('speaks in a voice that is tried without being saved', async () => {
  const chat = start()
  const voice = { greeting: 'Karibu!', wordsToAvoid: [{ word: 'same day', instead: 'today' }] }
  const messages = [asks('Do you deliver in Nairobi?')]
  const tried = await tryOut(chat.db, chat.deps, {
    ...{ messages, company: { aiVoiceJson: JSON.stringify(voice) } },
  })
  if (!tried.ok) throw new Error(tried.reason)
  expect(tried.reply).toMatch(/^Karibu!\n/)
  expect(tried.reply).toContain('today')
  expect(tried.reply).not.toContain('same day')
  expect(chat.db.select().from(company).get()?.aiVoiceJson).toBeNull()
})
