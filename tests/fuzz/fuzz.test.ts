import { expect, test } from 'vitest'
import { fuzzForms, fuzzWebhooks } from './run.ts'

// A bounded number of cases, the same ones each time. `npm run fuzz -- --runs 200` sends thousands.

const CALM = { timeout: 240_000 }
const SEED = 20_261_122

test(
  'no body that a vendor, a website or a key’s holder could send breaks anything',
  CALM,
  async () => {
    const { cases, troubles } = await fuzzWebhooks({ runs: 60, seed: SEED })
    expect(troubles).toEqual([])
    expect(cases).toBeGreaterThan(500)
  },
)

test('no form that could be posted breaks anything', CALM, async () => {
  const { cases, troubles } = await fuzzForms({ runs: 1, seed: SEED })
  expect(troubles).toEqual([])
  expect(cases).toBeGreaterThan(300)
})
