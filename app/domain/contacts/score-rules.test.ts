import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRules, SCORE_WINDOW_MS, toScore, toScoreColor } from './score-rules.ts'
import type { ScoredMessage } from './score-rules.ts'
import { scoreWords } from './score-words.ts'

const NOW = Date.UTC(2026, 10, 20, 9)
const MINUTE_MS = 60_000

function said(...texts: string[]): ScoredMessage[] {
  return texts.map((text, index) => ({
    ...{ id: index + 1, isInbound: true, text },
    at: NOW - (texts.length - index) * MINUTE_MS,
  }))
}

function scoreOf(...texts: string[]): number {
  return toScore(said(...texts), NOW).score
}

describe('the behaviour score', () => {
  it('starts in the middle', () => {
    expect(toScore([], NOW)).toEqual({ score: 50, contributions: [] })
    expect(scoreOf('Hello')).toBe(50)
  })

  it.each([
    ['How much is the suite?', 65],
    ['Bei gani?', 65],
    ['Hii ni shilingi ngapi?', 65],
    ['Do you have it in blue?', 65],
    ['Mnauza simu?', 65],
    ['I want to buy', 70],
    ['Nataka kununua', 70],
    ['Thank you', 60],
    ['Asanteni', 60],
    ['That is too expensive', 35],
    ['Hiyo ni ghali', 35],
    ['Saa ngapi mnafungua?', 50],
    ['I repay border costumes', 50],
  ])('hears %s', (text, expected) => {
    expect(scoreOf(text)).toBe(expected)
  })

  it('counts buying words twice and everything else once', () => {
    expect(scoreOf('I want to buy', 'I want to order')).toBe(90)
    expect(scoreOf('buy buy buy', 'order', 'purchase')).toBe(90)
    expect(scoreOf('price?', 'price?', 'how much?')).toBe(65)
  })

  it('names the message that earned each contribution', () => {
    const { contributions } = toScore(said('hi', 'how much?', 'I want to buy, I will take it'), NOW)
    expect(contributions.map(({ rule, ordinal, messageId }) => [rule, ordinal, messageId])).toEqual(
      [
        ['buying_words', 0, 3],
        ['buying_words', 1, 3],
        ['price_question', 0, 2],
      ],
    )
  })

  it('rewards the eighth message', () => {
    expect(scoreOf(...Array.from({ length: 7 }, () => 'x'))).toBe(50)
    expect(scoreOf(...Array.from({ length: 8 }, () => 'x'))).toBe(60)
  })

  it.each([
    [[1, 2, 3], 60],
    [[1, 2, 90], 60],
    [[4, 5, 6], 50],
    [[90, 100, 2], 40],
    [[60, 60, 60], 50],
    [[200, 200, 200, 1, 1, 1, 200, 200], 60],
  ])('takes the median of the last five reply times: %j minutes', (minutes, expected) => {
    let at = NOW - 2 * 24 * 60 * MINUTE_MS
    const messages = minutes.flatMap((waited, index) => {
      const asked = { id: index * 2 + 1, isInbound: false, text: 'x', at: (at += MINUTE_MS) }
      return [
        asked,
        { id: index * 2 + 2, isInbound: true, text: 'x', at: (at += waited * MINUTE_MS) },
      ]
    })
    const tooMany = minutes.length >= 8 ? 10 : 0
    expect(toScore(messages, NOW).score).toBe(expected + tooMany)
  })

  it('forgets what is older than 30 days', () => {
    const [message] = said('I want to buy')
    const old = { ...(message as ScoredMessage), at: NOW - SCORE_WINDOW_MS - 1 }
    expect(toScore([old], NOW).score).toBe(50)
  })

  it('does not listen to our own words', () => {
    const own = said('I want to buy, how much?').map((row) => ({ ...row, isInbound: false }))
    expect(toScore(own, NOW).score).toBe(50)
  })

  it('is green from 80 and yellow from 50', () => {
    expect([79, 80, 100].map(toScoreColor)).toEqual(['yellow', 'green', 'green'])
    expect([0, 49, 50].map(toScoreColor)).toEqual(['red', 'red', 'yellow'])
  })

  it('stays within 0 and 100 whatever is written, each reason at most as often as the table says', () => {
    const words = Object.values(scoreWords).flat()
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' ')),
    )
    const message = fc.record({
      isInbound: fc.boolean(),
      text,
      at: fc.integer({ min: NOW - 2 * SCORE_WINDOW_MS, max: NOW }),
    })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (rows) => {
        const messages = rows.map((row, index) => ({ id: index + 1, ...row }))
        const { score, contributions } = toScore(messages, NOW)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
        for (const [rule, { times, points }] of Object.entries(scoreRules)) {
          const own = contributions.filter((row) => row.rule === rule)
          expect(own.length).toBeLessThanOrEqual(times)
          expect(own.every((row) => row.points === points)).toBe(true)
        }
        const keys = contributions.map((row) => `${row.rule}:${row.ordinal}`)
        expect(new Set(keys).size).toBe(keys.length)
        const sum = contributions.reduce((total, row) => total + row.points, 50)
        expect(score).toBe(Math.min(100, Math.max(0, sum)))
      }),
    )
  })
})
