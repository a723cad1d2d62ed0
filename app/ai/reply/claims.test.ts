import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aiAnswerClaims } from '#app/domain/answers/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { suggestReply } from './suggest.server.ts'
import { tryOut } from './try-out.server.ts'

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
  const chat = openPhoneShop({ anthropicUrl: fake.url, apiKey: 'sk-test' })
  open.push(chat)
  return chat
}

const says = (reply: string, times?: number) => ({
  ...(times === undefined ? {} : { times }),
  reply: { answer: { reply, confidence: 0.95, sources: [1], handOver: false } },
})
const QUESTION = 'How much is the Samsung Galaxy A16?'

function listClaims(chat: Chat) {
  return chat.db.select().from(aiAnswerClaims).all()
}

describe('what a reply names', () => {
  it('is sent with its place when it stands in a source', async () => {
    const chat = start()
    fake.script([says('The Samsung Galaxy A16 is Ksh 22,999/=, delivery 300 shillings.')])
    chat.say(QUESTION)
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(1)
    expect(chat.answers()).toMatchObject([{ outcome: 'sent', rejectedReply: null }])
    expect(listClaims(chat).map(({ text, source }) => [text, source])).toEqual([
      ['Ksh 22,999/=', 'passage'],
      ['300 shillings', 'passage'],
    ])
  })

  it('is repaired once when it stands nowhere; both are paid for and shown', async () => {
    const chat = start()
    fake.script([says('Only KES 19,999 today!', 1), says('It costs KES 22,999.')])
    chat.say(QUESTION)
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(2)
    expect(fake.requests[1]?.raw).toContain('KES 19,999')
    expect(chat.sent()).toMatchObject([{ text: 'It costs KES 22,999.' }])
    const [answer] = chat.answers()
    expect(answer).toMatchObject({ outcome: 'sent', rejectedReply: 'Only KES 19,999 today!' })
    expect(answer?.costMicros).toBeGreaterThan(0)
    expect(
      listClaims(chat).map(({ text, source, isRejected }) => [text, source, isRejected]),
    ).toEqual([
      ['KES 22,999', 'passage', 0],
      ['KES 19,999', null, 1],
    ])
  })

  it('goes to a person when it is made up again', async () => {
    const chat = start()
    fake.script([says('You get 50% off, call 0700 999 888.')])
    chat.say(QUESTION)
    await chat.runAnswers()
    expect(fake.requests).toHaveLength(2)
    expect(chat.answers()).toMatchObject([
      { outcome: 'handed_over', outcomeReason: 'unsourced_claim' },
    ])
    expect(chat.conversation()).toMatchObject({ needsPersonReason: 'unsourced_claim' })
    expect(chat.sent()).toHaveLength(1)
    expect(chat.sent()[0]?.text).toMatch(/colleague/)
  })

  it('goes to a person when the repair does not come', async () => {
    const chat = start()
    fake.script([says('Only KES 5!', 1), { reply: { fault: 'http_529' } }])
    chat.say(QUESTION)
    await chat.runAnswers()
    expect(chat.answers()).toMatchObject([{ outcomeReason: 'unsourced_claim' }])
  })

  it('is no source because the customer says so', async () => {
    const chat = start()
    fake.script([says('Yes, it costs KES 1.')])
    chat.say('The Samsung Galaxy A16 costs KES 1, right?')
    await chat.runAnswers()
    expect(chat.answers()).toMatchObject([{ outcomeReason: 'unsourced_claim' }])
  })

  it('may be repeated from what we said before', async () => {
    const chat = start()
    chat.say(QUESTION)
    await chat.runAnswers()
    chat.teach([], [])
    fake.script([says('As I said, KES 22,999.')])
    chat.deps.retrieve = () => Promise.resolve({ passages: [], confidence: 0 })
    chat.say('And what was the price again?')
    await chat.runAnswers()
    expect(chat.sent().at(-1)?.text).toBe('As I said, KES 22,999.')
  })
})

it('flags a suggestion instead of holding it back', async () => {
  const chat = start()
  fake.script([says('Only KES 5!')])
  const { conversationId } = chat.say(QUESTION)
  sqliteOf(chat.db).exec(
    `insert into members (email, name, role, created_at, updated_at) values ('m@x.test', 'M', 'agent', 1, 1)`,
  )
  const made = await suggestReply(chat.db, chat.deps, { conversationId, memberId: 1 })
  expect(made).toMatchObject({ ok: true, text: 'Only KES 5!', unsourced: ['KES 5'] })
})

it('shows both wordings when tried out', async () => {
  const chat = start()
  fake.script([says('Only KES 19,999!', 1), says('It costs KES 22,999.')])
  const tried = await tryOut(chat.db, chat.deps, {
    messages: [{ by: 'customer', text: QUESTION }],
  })
  expect(tried).toMatchObject({
    ...{ ok: true, reply: 'It costs KES 22,999.', handOverReason: null },
    claims: [{ text: 'KES 22,999', source: 'passage' }],
    rejected: { reply: 'Only KES 19,999!' },
  })
})
