import { expect, test } from 'vitest'
import { parsePhone } from './phone-numbers.ts'

test.each([
  [
    'Kenya, as people and as vendors write it',
    ['0712345678', '254712345678', '+254 712 345 678', '2540712345678'],
    '+254712345678',
  ],
  ['Brazil, with and without the ninth digit', ['5511987654321', '551187654321'], '+5511987654321'],
  ['Argentina, with and without the 9', ['5491123456789', '541123456789'], '+5491123456789'],
  ['Mexico, with and without the 1', ['5215512345678', '525512345678'], '+525512345678'],
])('%s is one number', (_, spellings, e164) => {
  for (const spelling of spellings) expect(parsePhone(spelling)?.e164).toBe(e164)
  const variants = spellings.flatMap((one) => parsePhone(one)?.variants ?? [])
  for (const spelling of spellings) {
    expect(variants).toContain(spelling.replace(/\D/g, ''))
  }
})

test('each spelling leads to the other', () => {
  expect(parsePhone('551187654321')?.variants).toContain('5511987654321')
  expect(parsePhone('5511987654321')?.variants).toContain('551187654321')
  expect(parsePhone('525512345678')?.variants).toContain('5215512345678')
})

test('what cannot be a number is none', () => {
  for (const raw of ['', 'abc', '12345', '1'.repeat(16)]) expect(parsePhone(raw)).toBeUndefined()
})

test('a number that no plan knows is kept as it is', () => {
  expect(parsePhone('15550783881')?.e164).toBe('+15550783881')
})
