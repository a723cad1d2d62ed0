import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const JOURNEYS = join(import.meta.dirname, '../e2e')

// Journeys of one worker share a product: a number that two of them use belongs to whoever came
// first, under the first one's name.
test('no two journeys use the same customer’s number', () => {
  const users = new Map<string, Set<string>>()
  for (const file of readdirSync(JOURNEYS).filter((name) => name.endsWith('.e2e.ts')))
    for (const [number] of readFileSync(join(JOURNEYS, file), 'utf8').matchAll(/\b254\d{9}\b/g))
      users.set(number, (users.get(number) ?? new Set()).add(file))
  expect(users.size).toBeGreaterThan(0)
  const shared = [...users].filter(([, files]) => files.size > 1)
  expect(shared.map(([number, files]) => `${number}: ${[...files].join(', ')}`)).toEqual([])
})
