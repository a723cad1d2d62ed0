import { expect, test } from 'vitest'
import { dress, withoutAvoided } from './dress.ts'

const voice = { greeting: 'Karibu!', signature: '– Asha', wordsToAvoid: [] }

test('the first answer is greeted and signed, later ones are not', () => {
  expect(dress('We open at 8.', voice, true)).toBe('Karibu!\nWe open at 8.\n– Asha')
  expect(dress('We open at 8.', voice, false)).toBe('We open at 8.')
  expect(dress('Karibu! We open at 8.', voice, true)).toBe('Karibu! We open at 8.\n– Asha')
  expect(dress('', voice, true)).toBe('')
})

test.each([
  ['Cheap rooms, cheap food.', 'Affordable rooms, affordable food.'],
  ['A cheapskate asks.', 'A cheapskate asks.'],
  ['It is CHEAP.', 'It is Affordable.'],
])('%j is said as %j', (written, said) => {
  expect(withoutAvoided(written, [{ word: 'cheap', instead: 'affordable' }])).toBe(said)
})

test('a word without another takes its sentence with it, never the whole answer', () => {
  const avoided = [{ word: 'no problem', instead: '' }]
  expect(withoutAvoided('No  problem! We open at 8.', avoided)).toBe('We open at 8.')
  expect(withoutAvoided('That is no problem, of course.', avoided)).toBe('That is, of course.')
})

test('signs in a word mean themselves', () => {
  expect(withoutAvoided('100% (sure)', [{ word: '100%', instead: 'quite' }])).toBe('quite (sure)')
})
