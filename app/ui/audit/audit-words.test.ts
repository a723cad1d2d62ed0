import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { texts } from '#app/i18n/en.ts'

/** `action: 'member.role_changed'` in a file that writes to the log. */
const ACTION = /\baction: '([a-z_]+)\.([a-z_]+)'/g

test('whatever the product writes into the audit log has words', () => {
  const written = globSync('app/domain/**/*.ts', { exclude: ['**/*.test.ts'] })
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => source.includes('recordAudit('))
    .flatMap((source) => [...source.matchAll(ACTION)])
  const wordless = written
    .filter(([, noun, verb]) => {
      return (
        !Object.hasOwn(texts, `audit.noun_${noun}`) || !Object.hasOwn(texts, `audit.verb_${verb}`)
      )
    })
    .map(([action]) => action)
  expect(written.length).toBeGreaterThan(20)
  expect(wordless).toEqual([])
})
