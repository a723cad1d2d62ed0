import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { fillAddress } from './addresses.ts'
import { startBench } from './bench.ts'
import type { Bench } from './bench.ts'
import {
  agents,
  CLOSED_REACH,
  furtherGroups,
  groups,
  lastGroup,
  reaches,
  rivalGroups,
} from './groups.ts'
import type { Agent, Reach } from './groups.ts'
import { findLeaks } from './leaks.ts'
import { checkReads, listQuestions } from './reads.ts'
import { NOW } from './rows.ts'
import { fillMore } from './world.ts'

// Walks every address that is read, as it stands in the tables, in a company where every kind of
// row belongs to somebody and carries that person's mark. A new page is asked because it exists.

const OPEN_REACH: Reach = { earlier: true, unassigned: true }
const PATIENCE_MS = 300_000
/** What each answer makes for itself. */
const MADE_ANEW = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]*"/g
const CALM = { timeout: PATIENCE_MS }

let bench: Bench

beforeAll(async () => {
  // Pages say how long ago things were: two answers are the same only at the same moment.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 3_600_000 })
  bench = await startBench()
}, PATIENCE_MS)
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

describe('an agent is told of nothing but their own', () => {
  const asked: [Agent, Reach][] = [
    ...reaches.map((reach): [Agent, Reach] => ['anna', reach]),
    ...agents.slice(1).flatMap((agent): [Agent, Reach][] => [
      [agent, CLOSED_REACH],
      [agent, OPEN_REACH],
    ]),
  ]
  test.each(asked)('%s, settings %o', CALM, async (agent, reach) => {
    bench.setReach(reach)
    const isNarrowed = agent === 'anna' && reach.earlier === reach.unassigned
    const questions = await listQuestions(bench, agent, { isNarrowed })
    expect(await checkReads(bench, { agent, reach, questions })).toEqual([])
  })
})

test('what is an agent’s own is there for them', CALM, async () => {
  bench.setReach(CLOSED_REACH)
  const questions = await listQuestions(bench, 'anna', { isNarrowed: false })
  const own = questions.filter(({ group, path }) => group?.name === 'anna' && !path.includes('?'))
  expect(own.length).toBeGreaterThan(10)
  const words = new Set<string>()
  for (const { path } of own) {
    const { status, body } = await bench.ask({ as: 'anna', path })
    expect(status, path).toBeLessThan(400)
    for (const [word] of body.matchAll(/annamark[a-z]*/g)) words.add(word)
  }
  // The test looks where the words really stand.
  for (const word of [
    'messagestext',
    'notestext',
    'contactsname',
    'contactnotestext',
    'taskstitle',
  ])
    expect(words).toContain(`annamark${word}`)
})

test(
  'nothing an agent is shown moves with what is not theirs: no count, no order, no sum',
  CALM,
  async () => {
    bench.setReach(CLOSED_REACH)
    const all = await listQuestions(bench, 'anna', { isNarrowed: true })
    const questions = all.filter(({ path }) => !path.includes('q='))
    const read = async () => {
      const answers = new Map<string, string>()
      for (const { path } of questions)
        answers.set(path, (await bench.ask({ as: 'anna', path })).body.replace(MADE_ANEW, ''))
      return answers
    }
    const before = await read()
    fillMore(bench.own.db, furtherGroups)
    const after = await read()
    const moved = [...before].filter(([path, body]) => after.get(path) !== body)
    expect(moved.map(([path]) => path)).toEqual([])
  },
)

test('nobody of a company is told of another one', CALM, async () => {
  const questions = await listQuestions(bench, 'anna', { isNarrowed: false })
  for (const as of ['owner', 'manager', 'viewer'] as const) {
    for (const { path } of questions) {
      const { status, body } = await bench.ask({ as, path })
      expect(status, path).toBeLessThan(500)
      const known = [...groups, ...furtherGroups, lastGroup]
      expect(findLeaks(body, { known, asked: path }), `${as} ${path}`).toEqual([])
    }
  }
})

test('an address with another company’s ids leads nowhere, and so does its key', CALM, async () => {
  const key = createApiKey(bench.own.db, 'Test').key
  const world = { ids: bench.rivalIds, groups: rivalGroups, tables: bench.tables }
  const routes = wireRoutes(bench.server.runtime, bench.server.services)
  const api = routes.filter(({ access, method }) => access === 'api-key' && method === 'GET')
  expect(api.length).toBeGreaterThan(3)
  for (const { path } of api)
    for (const { filled, group } of fillAddress(path, world)) {
      const headers = { authorization: `Bearer ${key}`, cookie: '' }
      const { status, body } = await bench.ask({ as: 'owner', path: filled, headers })
      expect(status, filled).toBe(group ? 404 : 200)
      const known = [...groups, ...furtherGroups, lastGroup]
      expect(findLeaks(body, { known, asked: filled }), filled).toEqual([])
    }
})

test('every row of the sample company says whose it is', () => {
  const sqlite = sqliteOf(bench.own.db)
  for (const { name, level } of bench.tables.filter((table) => /^con/.test(table.level))) {
    const count = sqlite.prepare(`select count(*) from ${name}`).pluck().get() as number
    expect(count, `${name} (${level}) has no rows of ours`).toBeGreaterThan(0)
  }
})
