import { can } from '#app/domain/members/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { fillAddress } from './addresses.ts'
import { dataPathOf } from './bench.ts'
import type { Bench } from './bench.ts'
import { groups, knownGroups, people } from './groups.ts'
import type { Agent, Group, Reach } from './groups.ts'
import { findLeaks } from './leaks.ts'
import { everyQuery, queriesOf, searchesFor } from './samples.ts'

/** Streams never end: they have a test of their own. */
const STREAMS = new Set(['/events'])

export type Question = { path: string; route: string; group?: Group }

/**
 * Everything that can be read, of everybody's rows: pages, lists, searches, files, counts.
 *
 * @param isNarrowed also with every filter and search
 */
export async function listQuestions(
  bench: Bench,
  agent: Agent,
  { isNarrowed }: { isNarrowed: boolean },
): Promise<Question[]> {
  const world = { ids: bench.ids, groups, tables: bench.tables }
  const questions: Question[] = []
  for (const { surface, path, methods, routeId } of decidedRoutes) {
    if (surface !== 'portal' || !isFor(bench, agent, methods.GET)) continue
    for (const { filled, group } of fillAddress(path, world)) {
      const toPath = (query: string) => dataPathOf(routeId, query ? `${filled}?${query}` : filled)
      const queries = ['', ...queriesOf(path, bench.ids)]
      if (isNarrowed && !path.includes(':'))
        queries.push(...(await narrowingsOf(bench, agent, toPath)))
      questions.push(...queries.map((query) => ({ path: toPath(query), route: path, group })))
    }
  }
  const wire = wireRoutes(bench.server.runtime, bench.server.services)
    .filter(({ surface, method }) => surface === 'portal' && method === 'GET')
    .filter(({ access, path }) => access !== 'api-key' && !STREAMS.has(path))
    .flatMap(({ path }) => fillAddress(path, world))
  return [
    ...questions,
    ...wire.map(({ path, filled, group }) => ({ path: filled, route: path, group })),
  ]
}

/** The filters and searches that a page understands: those that change what it answers. */
async function narrowingsOf(
  bench: Bench,
  agent: Agent,
  toPath: (query: string) => string,
): Promise<string[]> {
  const read = async (query: string) => (await bench.ask({ as: agent, path: toPath(query) })).body
  const plain = await read('')
  const isSearchable = (await read('q=zzzz')) !== plain
  return [...everyQuery, ...(isSearchable ? groups.flatMap(searchesFor) : [])]
}

function isFor(bench: Bench, agent: Agent, access: string | undefined): boolean {
  if (access === undefined || access === 'anonymous') return false
  if (access === 'public' || access === 'signed-in') return true
  const row = sqliteOf(bench.own.db)
    .prepare<[number], string>('select permissions_json from members where id = ?')
    .pluck()
    .get(people[agent])
  const extra = JSON.parse(row as string) as Permission[]
  return can({ id: people[agent], role: 'agent', extra }, access as Permission)
}

/**
 * Asks everything as one agent. @returns what was told that this agent may not know, and what
 * broke; nothing when all is well
 */
export async function checkReads(
  bench: Bench,
  { agent, reach, questions }: { agent: Agent; reach: Reach; questions: Question[] },
): Promise<string[]> {
  bench.setReach(reach)
  const known = knownGroups(agent, reach)
  const problems = new Map<string, string>()
  for (const { path, route, group } of questions) {
    const answer = await bench.ask({ as: agent, path })
    const told = `${JSON.stringify(answer.headers)} ${answer.body}`
    const leaks = findLeaks(told, { known, asked: path })
    const where = `${agent} ${JSON.stringify(reach)} GET ${path} → ${answer.status}`
    const isForeign = group !== undefined && !known.includes(group)
    // One sentence for each page and kind of trouble: it says the first address that shows it.
    const note = (what: string, more = '') => {
      const key = `${route} ${what}`
      if (!problems.has(key)) problems.set(key, `${where}: ${what}${more}`)
    }
    if (answer.status >= 500) note('broke')
    if (leaks.length > 0) note('told of ', leaks.slice(0, 6).join(', '))
    if (isForeign && answer.status < 400) note('is not 404')
  }
  return [...problems.values()]
}
