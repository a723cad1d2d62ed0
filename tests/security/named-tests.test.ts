import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findTrouble, readNamedTests } from './named-tests.ts'

// What the documentation claims is tested, is: every test it names is there under that name.

const FAILURES = 25
const REQUIREMENTS = 217

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

describe('docs/security-asvs.md', () => {
  const text = readFileSync('docs/security-asvs.md', 'utf8')
  const rows = text.split('\n').flatMap((line) => {
    const [, number, , state, reason] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
    return /^\d+\.\d+\.\d+$/.test(number ?? '') ? [{ number, state, reason }] : []
  })

  test('each requirement stands there once, with its state and a test or a reason', () => {
    // Levels 1 and 2 of 5.0.0 without chapters 10 and 17.
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
    expect(rows).toHaveLength(REQUIREMENTS)
    for (const { number, state, reason } of rows) {
      expect(['met', 'partly', 'not met', 'n.a.'], number).toContain(state)
      expect(reason?.length, number).toBeGreaterThan(4)
    }
  })

  test('the sums it states are those of its rows', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length
    const said = /(\d+) are met, (\d+) in part, (\d+) are not, (\d+) do not/.exec(
      text.replaceAll('\n', ' '),
    )
    expect(said?.slice(1).map(Number)).toEqual(['met', 'partly', 'not met', 'n.a.'].map(count))
  })

  test('every test it names is there', () => {
    const named = readNamedTests(text)
    expect(named.length).toBeGreaterThan(150)
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
