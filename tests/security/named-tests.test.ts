import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findTrouble, readNamedTests } from './named-tests.ts'

// What the documentation claims is tested, is: every test it names is there under that name.

const FAILURES = 25

describe('docs/security.md', () => {
  const text = readFileSync('docs/security.md', 'utf8')
  const rows = text.split('\n').filter((line) => /^\|\s*\d+\s*\|/.test(line))

  test('each of the instructive failures has a row with a test', () => {
    const numbers = rows.map((row) => Number(/^\|\s*(\d+)\s*\|/.exec(row)?.[1]))
    expect(numbers).toEqual(Array.from({ length: FAILURES }, (_, at) => at + 1))
    for (const row of rows) expect(readNamedTests(row), row.slice(0, 60)).not.toEqual([])
  })

  test('every test it names is there', () => {
    const named = readNamedTests(text)
    expect(named.length).toBeGreaterThan(60)
    expect(named.map(findTrouble).filter(Boolean)).toEqual([])
  })
})

test('a name that no test has, a file that is gone and a skipped test are noticed', () => {
  const file = 'tests/security/named-tests.test.ts'
  const own = {
    file,
    name: 'a name that no test has, a file that is gone and a skipped test are noticed',
  }
  expect(findTrouble(own)).toBeUndefined()
  expect(findTrouble({ file, name: 'nothing' })).toContain('no test')
  expect(findTrouble({ file: 'tests/gone.test.ts', name: 'x' })).toContain('not there')
  expect(readNamedTests('`a/b.test.ts` “one”, “two” and `c.e2e.ts` “three”')).toHaveLength(3)
})
