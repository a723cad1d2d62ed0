import { expect, test } from 'vitest'
import { findBudgetFaults } from './page-weight.ts'
import { heavierPages } from './page-budget.ts'

const listed = heavierPages.map((route) => ({ route, bytes: 100_000, files: 9 }))
const page = (route: string, kb: number) => ({ route, bytes: kb * 1024, files: 9 })

test('a page above the ceiling is a fault, one below is none', () => {
  const pages = [...listed, page('routes/portal/login', 119), page('routes/portal/new', 121)]
  expect(findBudgetFaults(pages)).toEqual([
    'routes/portal/new loads 121.0 KB of JavaScript and may load 120.0',
  ])
})

test('a page that is listed as heavier must exist, and has its own limit', () => {
  expect(findBudgetFaults(listed.slice(1))).toEqual([
    `${heavierPages[0]} is in page-budget.ts and is no page`,
  ])
  const heavy = page('routes/portal/contact', 156)
  const others = listed.filter(({ route }) => route !== heavy.route)
  expect(findBudgetFaults([...others, heavy])).toHaveLength(1)
})

test('without a build nothing is said to be light', () => {
  expect(findBudgetFaults([])).toEqual(['There is no build'])
})
