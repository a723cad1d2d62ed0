import { readFileSync } from 'node:fs'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestResponse } from '#tests/server.ts'
import { groups, lastGroup, people, rivalGroups } from './groups.ts'
import type { Person, Reach } from './groups.ts'
import { readTables } from './tables.ts'
import { fillWorld } from './world.ts'

export type Bench = Awaited<ReturnType<typeof startBench>>

export type Call = {
  as: Person
  path: string
  form?: URLSearchParams
  /** an API's body */
  json?: unknown
  headers?: Record<string, string>
}

/** The product with two companies full of marked rows. */
export async function startBench() {
  const server = await startTestServer({
    ...{ pages: true, jobs: false, env: { LOG_LEVEL: 'error' } },
  })
  const own = server.addCompany('own-company')
  const rival = server.addCompany('rival-company')
  const ids = fillWorld(own.db, [...groups, lastGroup])
  const rivalIds = fillWorld(rival.db, rivalGroups)
  const tables = readTables(sqliteOf(own.db))
  // Everybody is signed in beforehand, so that an undone write undoes no session.
  const cookies = new Map<Person, string>()
  for (const [name, id] of Object.entries(people))
    cookies.set(name as Person, server.cookieOf(own, id))

  function ask({ as, path, form, json, headers }: Call): Promise<TestResponse> {
    const isWrite = form !== undefined || json !== undefined
    return server.fetch({
      ...{ host: own.host, path, method: isWrite ? 'POST' : 'GET' },
      body: json === undefined ? form?.toString() : JSON.stringify(json),
      headers: {
        ...{ cookie: cookies.get(as) as string, origin: `http://${own.host}` },
        'content-type':
          json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
        ...headers,
      },
    })
  }

  return {
    ...{ server, own, rival, ids, rivalIds, tables, ask },
    setReach: (reach: Reach) =>
      sqliteOf(own.db)
        .prepare('update company set agents_see_earlier = ?, agents_see_unassigned = ?')
        .run(reach.earlier ? 1 : 0, reach.unassigned ? 1 : 0),
    close: () => server.close(),
  }
}

/**
 * Where a page's data is asked for: all that its loaders return, more than it shows. An address
 * without a page of its own answers by itself.
 */
export function dataPathOf(file: string, path: string): string {
  const hasScreen = readFileSync(`app/${file}.tsx`, 'utf8').includes('export default')
  if (!hasScreen) return path
  const [plain, query] = path.split('?')
  const data = plain === '/' ? '/_root.data' : `${plain}.data`
  return query ? `${data}?${query}` : data
}
