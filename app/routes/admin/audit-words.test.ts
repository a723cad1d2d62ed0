import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { texts } from '#app/i18n/en.ts'
import { subscriptionStatuses } from '#app/platform/billing/subscription-status.ts'

/** What is written about a company; of people, plans, prospects and jobs no company's page tells. */
const ABOUT_COMPANIES = /'((?:tenant|subscription|payment|client|note)\.[a-z_]+)'/g
/** Kinds of jobs, which are named alike. */
const JOBS = ['tenant.export', 'tenant.erase', 'subscription.advance']

test('whatever is noted about a company has words in its history', () => {
  const written = globSync(
    ['app/platform/**/*.ts', 'app/server/**/*.ts', 'app/routes/app/**/*.tsx'],
    {
      exclude: ['**/*.test.ts'],
    },
  )
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => source.includes('recordPlatformAudit(') || source.includes('audit('))
    .flatMap((source) => [...source.matchAll(ABOUT_COMPANIES)].map(([, action = '']) => action))
    .filter((action) => !JOBS.includes(action))
  const moves = subscriptionStatuses
    .filter((status) => status !== 'trial')
    .map((status) => `subscription.${status}`)
  const wordless = [...new Set([...written, ...moves])].filter(
    (action) => !Object.hasOwn(texts, `admin.did_${action.replace('.', '_')}`),
  )
  expect(written.length).toBeGreaterThan(15)
  expect(wordless).toEqual([])
})
