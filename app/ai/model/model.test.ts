import { describe, expect, it } from 'vitest'
import { createBreaker } from './breaker.ts'
import { toCostMicros } from './cost.ts'
import { parseModelAnswer } from './answer-format.ts'

function withClock() {
  const clock = { now: 1_000 }
  return { clock, breaker: createBreaker(() => clock.now) }
}

describe('the breaker', () => {
  it('lets requests through until four failures in a row', () => {
    const { breaker } = withClock()
    for (let count = 0; count < 3; count++) breaker.fail('overloaded')
    expect(breaker.admit()).toBe(true)
    breaker.fail('overloaded')
    expect(breaker.admit()).toBe(false)
    expect(breaker.status()).toEqual({ isResting: true, reason: 'overloaded' })
  })

  it('sends one probe after the rest, and rests longer when it fails', () => {
    const { breaker, clock } = withClock()
    for (let count = 0; count < 4; count++) breaker.fail('timeout')
    clock.now += 10_001
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false])
    breaker.fail('timeout')
    clock.now += 10_001
    expect(breaker.admit()).toBe(false)
    clock.now += 10_000
    expect(breaker.admit()).toBe(true)
    breaker.succeed()
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true])
  })

  it('waits as long as the vendor asks, but not for ever', () => {
    const { breaker, clock } = withClock()
    breaker.fail('rate_limited', 5_000)
    expect(breaker.admit()).toBe(false)
    clock.now += 5_001
    expect(breaker.admit()).toBe(true)
    breaker.fail('rate_limited', 9_999_999)
    clock.now += 60_001
    expect(breaker.admit()).toBe(true)
  })

  it('counts what only the operator can mend twice, and what the answer says not at all', () => {
    const { breaker } = withClock()
    breaker.fail('spend_limit')
    for (let count = 0; count < 9; count++) breaker.fail('refusal')
    expect(breaker.admit()).toBe(true)
    breaker.fail('spend_limit')
    breaker.fail('spend_limit')
    expect(breaker.admit()).toBe(false)
  })

  it('gives the probe free again when it was cancelled', () => {
    const { breaker, clock } = withClock()
    for (let count = 0; count < 4; count++) breaker.fail('timeout')
    clock.now += 10_001
    breaker.admit()
    breaker.fail('cancelled')
    expect(breaker.admit()).toBe(true)
  })
})

describe('cost', () => {
  const usage = { input: 1_000_000, cacheRead: 0, cacheWrite: 0, output: 0 }

  it('follows the price table, cache tokens at their own price, rounded up', () => {
    const mixed = { input: 1_000, cacheRead: 2_000, cacheWrite: 4_000, output: 100 }
    expect(toCostMicros('claude-haiku-5-5', mixed)).toBe(670)
    expect(toCostMicros('claude-haiku-5-5', { ...usage, input: 1 })).toBe(1)
    expect(toCostMicros('claude-sonnet-5-5', usage)).toBe(2_000_000)
  })

  it('knows the higher price of long prompts, dated ids, and fears unknown models', () => {
    expect(toCostMicros('claude-haiku-5-5', usage)).toBe(500_000)
    expect(toCostMicros('claude-haiku-4-5-20251001', usage)).toBe(1_000_000)
    expect(toCostMicros('claude-next', usage)).toBe(10_000_000)
  })
})

describe('the model’s answer', () => {
  const good = {
    reply: 'Yes',
    sources: [1],
    confidence: 0.9,
    handOver: false,
    handOverReason: null,
  }
  const read = (change: object) => parseModelAnswer(JSON.stringify({ ...good, ...change }), 3)

  it('is read with known sources only, each once', () => {
    expect(read({ sources: [3, 1, 99, 0, -1, 3] })).toEqual({ ...good, sources: [3, 1] })
  })

  it.each([
    { confidence: 7 },
    { confidence: -0.1 },
    { confidence: '0.9' },
    { sources: [1.5] },
    { sources: 'all' },
    { reply: '  ' },
    { reply: 5 },
    { handOver: 'yes' },
    { extra: true },
  ])('is refused with %j', (change) => expect(read(change)).toBeUndefined())

  it.each(['', 'Sure!', '{"reply":"Yes"', '[]', 'null'])('is refused as %j', (text) =>
    expect(parseModelAnswer(text, 3)).toBeUndefined(),
  )

  it('may be without words when it hands over', () => {
    expect(read({ reply: '', handOver: true })).toMatchObject({ handOver: true })
  })
})
