import { describe, expect, test } from 'vitest'
import { findConflicts } from './conflicts.ts'
import type { CheckedPassage } from './conflicts.ts'

let id = 0
const said = (
  title: string,
  text: string,
  sourceKind: CheckedPassage['sourceKind'] = 'faq',
): CheckedPassage => ({ sourceKind, sourceId: ++id, title, text })

const pairs = (...passages: CheckedPassage[]) =>
  findConflicts(passages).map(({ kind, left, right }) => [kind, left.says, right.says])

describe('two sources that state a figure differently', () => {
  test.each([
    ['price', 'How much is airport transfer?', 'KES 3,500 one way.', 'KES 4,000 one way.'],
    ['time', 'When is check-in time?', 'Check-in is from 2 pm.', 'Check-in is from 3 pm.'],
    ['amount', 'How long is the warranty?', 'It is 12 months.', 'It is 24 months.'],
    ['share', 'What deposit is due?', 'A deposit of 30%.', 'A deposit of 50%.'],
  ])('are brought up: %s', (kind, title, left, right) => {
    expect(
      pairs(said(title, left), said(title, right, 'document')).map(([found]) => found),
    ).toEqual([kind])
  })

  test('a document contradicts the price of a product that it names', () => {
    const product = said('Deluxe room', 'Price: KES 11,500', 'product')
    const document = said('House › Rooms', 'The deluxe room costs KES 9,000 a night.', 'document')
    expect(pairs(product, document)).toEqual([['price', '11500', '9000']])
  })
})

test.each([
  ['KES 1,500 for delivery to Nakuru', 'Delivery to Nakuru 1500/='],
  ['We open at 9.00 am on Monday', 'On Monday we open at 9:00'],
  ['Delivery to Nakuru costs KES 500', 'Delivery to Mombasa costs KES 900'],
  ['Laundry takes 2 days for shirts', 'Laundry takes 2 hours for shirts'],
])('%j and %j do not contradict each other', (left, right) => {
  expect(pairs(said('', left), said('', right))).toEqual([])
})

test('one source may state several figures', () => {
  const both = said('Prices of rooms', 'Room with view KES 900.\nRoom with view KES 800.')
  expect(pairs(both)).toEqual([])
})
