import { describe, expect, it } from 'vitest'
import { checkClaims } from '#app/ai/claims/check.ts'
import type { SourceText } from '#app/ai/claims/check.ts'
import { findUnbackedDeal } from './bargain.ts'

const sources: SourceText[] = [
  {
    source: 'passage',
    passage: 1,
    text: 'Our hall seats up to 200 guests. The phone: KES 22,999.',
  },
]

function dealIn(said: string, reply: string): boolean {
  const claims = checkClaims({ reply, sources, customer: [said], currency: 'KES' })
  const words = { turnText: said, beforeText: '' }
  return findUnbackedDeal({ reply, claims, ...words, sources, currency: 'KES' }) !== undefined
}

describe('a yes to a price that only the customer named', () => {
  it.each([
    ['9000?', 'Yes, come and take it.'],
    ['Nipe kwa 9000 tu', 'Sawa, karibu.'],
    ['15,000 each for 20 pieces', 'Deal! When do you come?'],
    ['KES 500 is what I have', 'Of course, no problem.'],
    ['I pay 12000, fine?', 'That is fine.'],
  ])('is one: %s', (said, reply) => expect(dealIn(said, reply)).toBe(true))

  it.each([
    ['Can you host 150 guests?', 'Yes, our hall seats up to 200 guests.'],
    ['Do you deliver 300 bags to Mombasa?', 'Yes, we deliver there.'],
    ['Is room 204 free tonight?', 'Of course, it is free.'],
    ['Mnaweza kuhudumia watu 150 wa harusi?', 'Ndiyo, karibuni.'],
    ['Is it 9000?', 'Yes, we have it. The price is KES 22,999.'],
  ])('is none: %s', (said, reply) => expect(dealIn(said, reply)).toBe(false))
})
