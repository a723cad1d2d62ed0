import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyExponent, formatMoney, parseMoney, toMoneyInput } from './money.ts'

const text = (amountMinor: number, currency: string) =>
  formatMoney(amountMinor, currency, 'en').replace(/\u00a0/g, ' ')

test.each([
  [125_050, 'KES', 'KES 1,250.50'],
  [125_000, 'KES', 'KES 1,250.00'],
  [1250, 'UGX', 'UGX 1,250'],
  [1250, 'RWF', 'RWF 1,250'],
  [125_050, 'TZS', 'TZS 1,250.50'],
  [1_250_500, 'KWD', 'KWD 1,250.500'],
  [0, 'KES', 'KES 0.00'],
  [-500, 'KES', '-KES 5.00'],
])('%i minor units of %s are %s', (amountMinor, currency, expected) => {
  expect(text(amountMinor, currency)).toBe(expected)
})

test.each([
  ['1250', 'KES', 125_000],
  ['1,250', 'KES', 125_000],
  ['1 250.5', 'KES', 125_050],
  ['1,250,000.00', 'KES', 125_000_000],
  ['0.05', 'KES', 5],
  ['1,250', 'UGX', 1250],
  ['1.5', 'UGX', undefined],
  ['1.555', 'KES', undefined],
  ['1,25', 'KES', undefined],
  ['-5', 'KES', undefined],
  ['KES 5', 'KES', undefined],
  ['1e5', 'KES', undefined],
  ['', 'KES', undefined],
  ['99999999999999', 'KES', undefined],
])('%j typed as %s is %s', (typed, currency, amountMinor) => {
  expect(parseMoney(typed, currency)).toBe(amountMinor)
})

test('what stands in a field is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.constantFrom('KES', 'UGX', 'KWD'),
      (amountMinor, currency) =>
        parseMoney(toMoneyInput(amountMinor, currency), currency) === amountMinor,
    ),
  )
})

test('the exponents of the region', () => {
  const codes = ['KES', 'UGX', 'TZS', 'RWF', 'BIF', 'ETB', 'NGN', 'USD']
  expect(codes.map(currencyExponent)).toEqual([2, 0, 2, 0, 0, 2, 2, 2])
})
