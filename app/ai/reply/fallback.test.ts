import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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
    ['markup_reply', 'unsourced_link'],
    ['leaked_prompt', 'leaked_prompt'],
  ] as const)('when the vendor does %s', async (fault, error) => {
    const chat = start({ timeoutMs: fault === 'hang' ? 150 : 2_000 })
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
      chat.say(`How much is the Samsung Galaxy A16 for ${turn + 1} days?`)
      await chat.runAnswers()
    }
    expect(chat.sent()).toHaveLength(12)
    expect(fake.requests.length).toBeLessThanOrEqual(4)
    expect(chat.model.status()).toMatchObject({ isResting: true, reason: 'overloaded' })
  })
})
