import { expect, it } from 'vitest'
import { boost, fuse, vectorWeight } from './fusion.server.ts'

const query = { knownWords: 5, coverage: 1 }
const all = () => true

it('trusts vectors more with fidelity, with length and with unknown words', () => {
  const weak = { short: 0.5, long: 0.7 }
  const strong = { short: 0.9, long: 1 }
  expect(vectorWeight(strong, query)).toBeGreaterThan(0.7)
  expect(vectorWeight(weak, query)).toBeLessThan(0.3)
  expect(vectorWeight(weak, { ...query, knownWords: 12 })).toBeGreaterThan(
    vectorWeight(weak, query),
  )
  expect(vectorWeight(weak, { ...query, coverage: 0.2 })).toBeGreaterThan(vectorWeight(weak, query))
})

it('follows the heavier half and keeps what only one of them found', () => {
  const words = [
    { id: 1, score: 10 },
    { id: 2, score: 9 },
  ]
  const vectors = [
    { id: 2, score: 0.9 },
    { id: 3, score: 0.8 },
  ]
  const order = (weight: number) =>
    fuse({ words, vectors, vectorWeight: weight, hasVector: all }).map(({ id }) => id)
  expect(order(0.1)).toEqual([1, 2, 3])
  expect(order(0.9)).toEqual([2, 3, 1])
  expect(order(0)).toEqual([1, 2, 3])
  expect(order(0.5)).toEqual([2, 1, 3])
})

it('does not punish a passage for having no vector yet', () => {
  const halves = {
    words: [{ id: 7, score: 10 }],
    vectors: [{ id: 2, score: 0.9 }],
    vectorWeight: 0.9,
  }
  const order = (hasVector: (id: number) => boolean) =>
    fuse({ ...halves, hasVector }).map(({ id }) => id)
  expect(order(all)[0]).toBe(2)
  expect(order((id) => id !== 7)[0]).toBe(7)
})

it('puts a named product first', () => {
  const ranked = [
    { id: 1, score: 0.016 },
    { id: 2, score: 0.015 },
  ]
  expect(boost(ranked, new Map([[9, 2]])).map(({ id }) => id)).toEqual([9, 1, 2])
})
