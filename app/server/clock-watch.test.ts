import { expect, test } from 'vitest'
import { createClockWatch } from './clock-watch.server.ts'

test('a clock that is set back is noticed once; time that passes and one set ahead are not', () => {
  let [wall, steady] = [1_000_000, 0]
  const wasSetBack = createClockWatch({ wall: () => wall, steady: () => steady })
  const pass = (wallMs: number, steadyMs: number) => {
    wall += wallMs
    steady += steadyMs
    return wasSetBack()
  }
  expect(pass(60_000, 60_000)).toBe(false)
  expect(pass(3_600_000, 400)).toBe(false)
  expect(pass(-3_600_000, 400)).toBe(true)
  expect(pass(400, 400)).toBe(false)
})
