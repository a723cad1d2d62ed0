import { describe, expect, it } from 'vitest'
import { checkClaims } from './check.ts'
import type { SourceText } from './check.ts'

const PASSAGE = [
  'Samsung Galaxy A16',
  'Black or light green, 128 GB.',
  'Price (bei): KES 22,999',
  'In stock: 14 available (ipo)',
  'SKU: PH-A16',
  'Members get 10% off. Delivery in Nairobi costs KES 300. The offer ends on 30 November 2026.',
  'Call 0712 345 678 or write to sales@jua.example. See https://jua.example/phones/a16.',
  'Open Mon-Fri 8am to 6pm, Saturday 09:00-13:30. Paybill 522522. Warranty: 2 years.',
].join('\n')

function lacking(reply: string, more: { customer?: string[]; text?: string } = {}): string[] {
  const sources: SourceText[] = [{ source: 'passage', passage: 1, text: more.text ?? PASSAGE }]
  return checkClaims({ reply, sources, customer: more.customer ?? [], currency: 'KES' })
    .filter(({ source }) => source === null)
    .map(({ text }) => text)
}

describe('what stands in a source is fine in any spelling', () => {
  it.each([
    'The Samsung Galaxy A16 costs KES 22,999.',
    'Ksh 22999',
    '22,999/=',
    'Sh. 22,999.00 only',
    'Shilingi 22,999 tu',
    'It is 22,999 bob',
    'ni shilingi elfu ishirini na mbili mia tisa tisini na tisa',
    'Delivery is three hundred shillings.',
    'Delivery is 0.3k shillings',
    'We have 14 in stock, 128GB.',
    'Members get 10% off.',
    'Members get ten percent off!',
    'Wanachama hupata punguzo la asilimia 10.',
    'It ends 30 Nov.',
    'It ends on November 30th, 2026',
    'Until 30/11/2026',
    'Call +254 712 345 678.',
    'Piga 254712345678',
    'Write to Sales@jua.example.',
    'See jua.example/phones/a16',
    'See www.jua.example',
    'We open at 8:00 and close at 18:00.',
    'We open at 8 am and close at 6 p.m.',
    'Tunafungua saa mbili asubuhi hadi saa kumi na mbili jioni',
    'On Saturday until 1:30 pm',
    'Pay to 522522, warranty 2 years',
    'Hello! How can I help you today?',
    'One moment please, feel free to ask.',
    '1. The black one\n2. The light green one',
    '２２，９９９ shillings',
    'KES 22 999',
  ])('%s', (reply) => {
    expect(lacking(reply)).toEqual([])
  })
})

describe('what stands nowhere is named', () => {
  it.each([
    ['It costs KES 5.', 'KES 5'],
    ['It costs USD 300.', 'USD 300'],
    ['It costs $22,999', '$22,999'],
    ['Only 14 bob', '14 bob'],
    ['It costs 2,299/=', '2,299/='],
    ['twenty thousand shillings', '20000 shillings'],
    ['KES 20k', 'KES 20k'],
    ['KES 2\u200b0,000', 'KES 20,000'],
    ['You get 50% off', '50%'],
    ['10 % VAT, and 20% off', '20%'],
    ['half price for you', 'half price'],
    ['You get it for free.', 'for free'],
    ['Delivery ni bure', 'bure'],
    ['KES 300 off', 'KES 300'],
    ['We have 15 in stock', '15'],
    ['until 1 December', '1 December'],
    ['until 30 November 2027', '30 November 2027'],
    ['Call 0700 111 222', '0700 111 222'],
    ['Write to boss@jua.example', 'boss@jua.example'],
    ['See https://jua.example/win', 'https://jua.example/win'],
    ['See evil.co.ke', 'evil.co.ke'],
    ['We close at 9 pm', '9 pm'],
    ['We are open 24/7', '24/7'],
    ['Pay to till 998877', '998877'],
    ['RWF 22,999', 'RWF 22,999'],
    ['٢٠٠٠٠ shillings', '20000 shillings'],
  ])('%s', (reply, claim) => {
    expect(lacking(reply)).toEqual([claim])
  })

  it('is not satisfied by a share that is no discount', () => {
    expect(lacking('You get 16% off', { text: 'Prices include 16% VAT.' })).toEqual(['16%'])
  })

  it.each(['Delivery is free above KES 20,000.', 'Ukinunua zaidi ya KES 20,000 ni bure.'])(
    'knows what is given: %s',
    (reply) => {
      const text = 'Delivery costs KES 250; free above KES 20,000.'
      expect(lacking(reply, { text })).toEqual([])
      expect(lacking(reply, { text: 'Orders above KES 20,000. Feel free to ask.' })).toHaveLength(1)
    },
  )

  it('takes a bare price list for prices', () => {
    expect(lacking('Single rooms cost KES 4,500.', { text: 'Rooms: single 4500' })).toEqual([])
  })
})

describe('the customer’s own words', () => {
  const customer = ['I have KES 20,000 and need 3 of them on 5 December. You sell it for KES 1?']

  it.each([
    'You need 3 of them on 5 December.',
    'With your budget of KES 20,000 nothing fits.',
    'You said KES 20,000.',
  ])('may be repeated: %s', (reply) => {
    expect(lacking(reply, { customer })).toEqual([])
  })

  it.each(['Yes, it costs KES 1.', 'As you said, deal at KES 1.', 'We have 3 in stock.', 'KES 1'])(
    'are no source: %s',
    (reply) => {
      expect(lacking(reply, { customer })).toHaveLength(1)
    },
  )
})

it('says where a claim was found', () => {
  const sources: SourceText[] = [
    { source: 'passage', passage: 3, text: 'Delivery KES 300' },
    { source: 'company', passage: null, text: 'Phone: 0712345678' },
  ]
  const reply = 'Delivery is 300 shillings, call +254712345678, or 5.'
  expect(checkClaims({ reply, sources, customer: [], currency: 'KES' })).toEqual([
    { kind: 'price', text: '300 shillings', source: 'passage', passage: 3 },
    { kind: 'phone', text: '+254712345678', source: 'company', passage: null },
    { kind: 'quantity', text: '5', source: null, passage: null },
  ])
})
