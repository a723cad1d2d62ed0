import { expect, it } from 'vitest'
import { editDistance, letterMask, nearestStem } from './spelling.server.ts'

const known = (frequency: Record<string, number>) => {
  const stems = Object.keys(frequency)
  const masks = Uint32Array.from(stems, letterMask)
  return { stems, masks, frequency: new Map(Object.entries(frequency)) }
}

it('counts slips, a swap of neighbours being one', () => {
  expect(editDistance('kettle', 'kettle', 2)).toBe(0)
  expect(editDistance('ketle', 'kettle', 2)).toBe(1)
  expect(editDistance('kettel', 'kettle', 2)).toBe(1)
  expect(editDistance('kitten', 'sitting', 3)).toBe(3)
  expect(editDistance('abcdef', 'ghijkl', 2)).toBeGreaterThan(2)
})

it('corrects to the nearest stem, then to the most frequent', () => {
  expect(nearestStem('blendr', known({ blended: 9, blender: 2, kettl: 5 }))).toBe('blender')
  expect(nearestStem('blendr', known({ blend: 9, blender: 2 }))).toBe('blend')
  expect(nearestStem('prise', known({ price: 40, prize: 2 }))).toBe('price')
  expect(nearestStem('kettk', known({ kettl: 7, kett: 3 }))).toBe('kettl')
})

it('leaves short words, numbers and distant words alone', () => {
  const words = known({ tea: 5, a1203: 2, mombasa: 3 })
  expect(nearestStem('tee', words)).toBeUndefined()
  expect(nearestStem('a1204', words)).toBeUndefined()
  expect(nearestStem('kisumu', words)).toBeUndefined()
})
