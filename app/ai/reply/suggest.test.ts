import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openChat } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { suggestReply } from './suggest.server.ts'

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

function start(): Chat {
  const chat = openChat({ anthropicUrl: fake.url, apiKey: 'sk-test' })
  open.push(chat)
  chat.teach([{ question: 'Do you deliver in Nairobi?', answer: 'Yes, the same day.' }])
  sqliteOf(chat.db).exec(
    `insert into members (email, name, role, created_at, updated_at) values ('m@x.test', 'M', 'agent', 1, 1)`,
  )
  return chat
}

describe('a suggestion', () => {
  it('is written while the assistant is paused, and sent by nobody', async () => {
    const chat = start()
    const { conversationId } = chat.say('Do you deliver in Nairobi?')
    chat.db.update(conversations).set({ aiState: 'paused' }).run()
    const suggestion = await suggestReply(chat.db, chat.deps, { conversationId, memberId: 1 })
    expect(suggestion).toMatchObject({
      ...{ ok: true, writer: 'model', text: expect.stringContaining('the same day') as string },
      sources: [{ title: 'Do you deliver in Nairobi?' }],
    })
    expect(chat.sent()).toHaveLength(0)
    expect(chat.answers()).toMatchObject([{ outcome: 'suggested', requestedByMemberId: 1 }])
  })

  it('goes by the customer’s last words when all is answered', async () => {
    const chat = start()
    const { conversationId } = chat.say('Do you deliver in Nairobi?')
    await chat.runAnswers()
    const suggestion = await suggestReply(chat.db, chat.deps, { conversationId, memberId: 1 })
    expect(suggestion).toMatchObject({
      ok: true,
      text: expect.stringContaining('same day') as string,
    })
  })

  it('is refused where there is nothing to answer, no such conversation or no budget', async () => {
    const chat = start()
    const ask = (conversationId: number) =>
      suggestReply(chat.db, chat.deps, { conversationId, memberId: 1 })
    expect(await ask(99)).toEqual({ ok: false, reason: 'not_found' })
    const { conversationId } = chat.say(null, { type: 'image' })
    expect(await ask(conversationId)).toEqual({ ok: false, reason: 'nothing_to_answer' })
    chat.say('Do you deliver?')
    chat.db.update(company).set({ aiMonthlyBudgetCents: 0 }).run()
    expect(await ask(conversationId)).toEqual({ ok: false, reason: 'budget_used_up' })
    expect(fake.requests).toHaveLength(0)
  })
})
