import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toMatch, toPhoneDigits } from './search-terms.ts'

test.each([
  ['oak table', '"oak" "table"*'],
  ['  Été, naïve! ', '"Été" "naïve"*'],
  ['asha@savanna.test', '"asha" "savanna" "test"*'],
  ['a', '"a"'],
  ['meza "ndogo" AND x:y*', '"meza" "ndogo" "AND" "x" "y"'],
])('%j becomes %j', (typed, match) => {
  expect(toMatch(typed)).toBe(match)
})

test.each(['', '   ', '"', '*', '()', '🙂', '--'])('%j holds nothing to search for', (typed) => {
  expect(toMatch(typed)).toBeUndefined()
})

test('whatever is typed, only quoted words remain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const match = toMatch(typed)
      if (match !== undefined)
        expect(match).toMatch(/^"[\p{L}\p{N}\p{M}]+"( "[\p{L}\p{N}\p{M}]+")*\*?$/u)
    }),
  )
})

test.each([
  ['0712 345 678', '712345678'],
  ['+254 712-345-678', '254712345678'],
  ['(0712) 345.678', '712345678'],
  ['1234', undefined],
  ['A-7 0712345678', undefined],
  ['%%%%%%', undefined],
])('%j looks like the number %j', (typed, digits) => {
  expect(toPhoneDigits(typed)).toBe(digits)
})
