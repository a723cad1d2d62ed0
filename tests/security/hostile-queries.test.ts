import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { fillAddress } from '#tests/visibility/addresses.ts'
import { startBench } from '#tests/visibility/bench.ts'
import type { Bench } from '#tests/visibility/bench.ts'
import { CLOSED_REACH, groups, knownGroups, rivalGroups } from '#tests/visibility/groups.ts'
import { findLeaks } from '#tests/visibility/leaks.ts'
import { checkReads, listQuestions } from '#tests/visibility/reads.ts'
import type { Question } from '#tests/visibility/reads.ts'
import { NOW } from '#tests/visibility/rows.ts'
import { hostileWords, readQueryNames } from './query-names.ts'

// Every page that is read, with every word it may read from its address made hostile: nothing
// breaks, and an agent is told of no row they were not told of before.

const CALM = { timeout: 300_000 }
/** Where a mark of SQL would lead: everything, or what sits beside it. */
const SOUGHT = ['q', 'tab', 'sort', 'status', 'tag', 'assignee', 'field']
/** SQL, a search's syntax and an operator in one. */
const MIXED = `' OR 1=1-- " OR x:* {"$ne":1}`

let bench: Bench
let plain: Question[]

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 3_600_000 })
  bench = await startBench()
  bench.setReach(CLOSED_REACH)
  const all = await listQuestions(bench, 'anna', { isNarrowed: false })
  // One address of each page: it is the query that is tried.
  const first = new Map(
    all.filter(({ path }) => !path.includes('?')).map((one) => [one.route, one]),
  )
  plain = [...first.values()]
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

test('no filter, sort or search takes SQL or search syntax for its own', CALM, async () => {
  const names = readQueryNames()
  expect(names).toEqual(expect.arrayContaining(SOUGHT.slice(0, 3)))
  expect(names.length).toBeGreaterThan(30)
  const questions = plain.flatMap(({ path, route }) =>
    hostileWords.map((word, index) => {
      // All names at once, and one of them twice: a list where one value is expected.
      const query = new URLSearchParams(names.map((name) => [name, word]))
      query.append(names[index % names.length] as string, word)
      return { path: `${path}?${query.toString()}`, route }
    }),
  )
  expect(questions.length).toBeGreaterThan(1_000)
  const troubles = await checkReads(bench, { agent: 'anna', reach: CLOSED_REACH, questions })
  expect(troubles).toEqual([])
})

test('one name at a time, where the others would have hidden it', CALM, async () => {
  const lists = plain.filter(({ route }) => !route.includes(':'))
  const questions = lists.flatMap(({ path, route }) =>
    readQueryNames().map((name) => ({
      ...{ path: `${path}?${encodeURIComponent(name)}=${encodeURIComponent(MIXED)}`, route },
    })),
  )
  const troubles = await checkReads(bench, { agent: 'anna', reach: CLOSED_REACH, questions })
  expect(troubles).toEqual([])
})

test('names that are no names: brackets, prototypes, bytes that are no letters', CALM, async () => {
  const queries = ['q[$ne]=1', 'q[]=a&q[]=b', '__proto__[x]=1', 'constructor.prototype=1', '%', '=']
  const bytes = ['q=%ED%A0%80', 'q=%00', 'q=%FF%FE', 'q=%', 'tab=%C0%AF', '&&&', '?q=1']
  for (const { path } of plain)
    for (const query of [...queries, ...bytes]) {
      const { status, body } = await bench.ask({ as: 'anna', path: `${path}?${query}` })
      expect(status, `${path}?${query}`).toBeLessThan(500)
      const known = knownGroups('anna', CLOSED_REACH)
      expect(findLeaks(body, { known, asked: path }), `${path}?${query}`).toEqual([])
    }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('the API answers a hostile filter with a refusal or its own rows', CALM, async () => {
  const routes = wireRoutes(bench.server.runtime, bench.server.services)
  const world = { ids: bench.rivalIds, groups: rivalGroups, tables: bench.tables }
  const api = routes
    .filter(({ access, method, path }) => access === 'api-key' && method === 'GET' && path)
    .flatMap(({ path }) => fillAddress(path, world))
  for (const { filled } of api) {
    // A key of its own: behind a key's limit a refusal would say nothing.
    const { key } = createApiKey(bench.own.db, 'Test')
    for (const word of hostileWords.slice(0, 24)) {
      const query = new URLSearchParams(
        ['cursor', 'limit', 'status', 'q', 'order'].map((name) => [name, word]),
      )
      const headers = { authorization: `Bearer ${key}`, cookie: '' }
      const { status, body } = await bench.ask({ as: 'owner', path: `${filled}?${query}`, headers })
      expect(status, `${filled} ${word}`).toBeLessThan(500)
      expect(status, `${filled} ${word}`).not.toBe(429)
      expect(findLeaks(body, { known: groups, asked: filled }), filled).toEqual([])
    }
  }
})
