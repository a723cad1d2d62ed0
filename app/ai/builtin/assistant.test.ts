import { describe, expect, it } from 'vitest'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { answerBuiltin } from './assistant.server.ts'
import type { BuiltinQuestion } from './assistant.server.ts'
import type { OfferedProduct } from './product-text.server.ts'

const phone: OfferedProduct = {
  ...{ name: 'Samsung Galaxy A16 128 GB', description: '6.7 inch, 6 GB RAM.' },
  ...{ priceMinor: 2_299_900, currency: 'KES', stock: 14 },
}
const kettle: OfferedProduct = {
  ...{ name: 'Steel kettle', description: '', priceMinor: 180_050, currency: 'KES', stock: 0 },
}

const company = {
  ...{ name: 'Jua', address: 'Moi Avenue', phone: '+254700000001', email: null },
  hoursJson: '{"mon":"08:00-18:00"}',
}

const passages: UsedPassage[] = [
  toPassage(1, 'product', phone.name, '6.7 inch, 6 GB RAM.\nPrice (bei): KES 22,999\nSKU: PH-A16'),
  toPassage(
    2,
    'faq',
    'Do you deliver?',
    'Yes, in Nairobi the same day, elsewhere within two days.',
  ),
  toPassage(3, 'product', kettle.name, 'Price (bei): KES 1,800.50\nOut of stock (imeisha)'),
  toPassage(
    4,
    'document',
    'House rules › Returns',
    'We take goods back within seven days. Bring the receipt. The shop is painted blue.',
  ),
]

function toPassage(
  number: number,
  sourceKind: UsedPassage['sourceKind'],
  title: string,
  text: string,
): UsedPassage {
  return { number, passageId: number, sourceKind, sourceId: number, title, text, score: 0.5 }
}

function ask(text: string, more: Partial<BuiltinQuestion> = {}) {
  return answerBuiltin({
    ...{ text, before: '', language: 'en', company, passages },
    findProduct: (id) => (id === 1 ? phone : id === 3 ? kettle : undefined),
    ...more,
  })
}

describe('the built-in assistant', () => {
  it('says a price and the stock', () => {
    expect(ask('How much is the Samsung Galaxy A16?')).toEqual({
      reply: 'Samsung Galaxy A16 128 GB costs KES 22,999. We have 14 in stock.',
      cited: [1],
      confidence: 1,
    })
  })

  it('says it in Swahili', () => {
    const answer = ask('Samsung Galaxy A16 ni bei gani?', { language: 'sw' })
    expect(answer?.reply).toBe(
      'Bei ya Samsung Galaxy A16 128 GB ni KES 22,999. Zimebaki 14 dukani.',
    )
  })

  it('says that something is sold out', () => {
    expect(ask('Do you have a steel kettle?')?.reply).toContain('out of stock')
  })

  it('answers from the words of an FAQ', () => {
    const answer = ask('Do you deliver in Nairobi?')
    expect(answer).toMatchObject({
      reply: 'Yes, in Nairobi the same day, elsewhere within two days.',
      cited: [2],
    })
  })

  it('quotes the sentences of a document that speak of the question', () => {
    expect(ask('Within how many days can I return goods?')?.reply).toBe(
      'We take goods back within seven days.',
    )
  })

  it('answers two questions in one', () => {
    const answer = ask('How much is the Galaxy A16? Do you deliver?')
    expect(answer?.cited).toEqual([1, 2])
    expect(answer?.reply).toContain('KES 22,999')
    expect(answer?.reply).toContain('the same day')
  })

  it('is not sure when only one of two questions has an answer', () => {
    expect(ask('How much is the Galaxy A16? Can I park a helicopter?')).toBeUndefined()
  })

  it('takes a bare "how much is it?" to be about what came before', () => {
    expect(ask('How much is it?', { before: 'I saw the Galaxy A16 phone' })?.cited).toEqual([1])
  })

  it('has no answer for what no passage speaks of', () => {
    expect(ask('Who won the elections in France?')).toBeUndefined()
  })

  it('is unsure where a passage speaks of a small part of the question', () => {
    expect(ask('Can I return wet cement bags from last month?')?.confidence).toBeLessThan(0.6)
  })

  it('does not sell what the catalogue no longer has', () => {
    const answer = ask('How much is the Samsung Galaxy A16?', { findProduct: () => undefined })
    expect(answer?.reply ?? '').not.toContain('22,999')
  })

  it('tells what the company settings say', () => {
    expect(ask('Where is your shop located?')?.reply).toBe('You find us here: Moi Avenue')
    expect(ask('Mko wapi?', { language: 'sw' })?.reply).toBe('Tunapatikana hapa: Moi Avenue')
    expect(ask('What time do you open on Monday?')?.reply).toContain('Monday: 08:00-18:00')
    expect(ask('What is your email?')).toBeUndefined()
  })

  it('prefers the catalogue where a price is asked for', () => {
    const faq = toPassage(5, 'faq', 'Is the kettle price final?', 'Yes, the steel kettle price is.')
    expect(ask('Steel kettle price', { passages: [faq, ...passages] })?.cited).toEqual([3])
  })

  it.each([
    ['Hi', 'en', /^Hello! This is Jua/],
    ['Habari yako', 'sw', /^Habari!/],
    ['Thank you so much!', 'en', /welcome/],
    ['Asante sana', 'sw', /Karibu/],
    ['Thanks, bye', 'en', /goodbye/],
  ] as const)('returns small talk: %s', (text, language, reply) => {
    expect(ask(text, { language })).toMatchObject({
      reply: expect.stringMatching(reply) as string,
      cited: [],
      confidence: 1,
    })
  })
})
