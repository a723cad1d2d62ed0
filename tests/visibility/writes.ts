import { decidedRoutes } from '#app/server/decide.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TestResponse } from '#tests/server.ts'
import { fillAddress } from './addresses.ts'
import type { Bench } from './bench.ts'
import { samples } from './bodies.ts'
import type { IdOf } from './bodies.ts'
import { compareDumps, dumpRows } from './dump.ts'
import { CLOSED_REACH, groups, knownGroups } from './groups.ts'
import type { Group, Person } from './groups.ts'
import { findLeaks } from './leaks.ts'

/** What a person asked for and was told stays noted as theirs, refused rows among it. */
const OWN_RECORD = new Set(['bulk_actions', 'notifications'])

export type Write = { route: string; path: string; group?: Group; isByAddress: boolean }

/** Every address of the portal that takes a form, of everybody's rows. */
export function listWrites(bench: Bench): Write[] {
  const world = { ids: bench.ids, groups, tables: bench.tables }
  return decidedRoutes
    .filter(({ surface, methods }) => surface === 'portal' && methods.POST)
    .flatMap(({ path }) => {
      const filled = fillAddress(path, world)
      // What names its rows in the form alone is sent everybody's too.
      if (samples[path]?.body && filled.every(({ group }) => !group))
        return groups
          .filter(({ conversation }) => conversation)
          .map((group) => ({
            route: path,
            path: filled[0]?.filled as string,
            group,
            isByAddress: false,
          }))
      return filled.map(({ filled: address, group }) => ({
        ...{ route: path, path: address, group, isByAddress: group !== undefined },
      }))
    })
}

export type Outcome = {
  response: TestResponse
  /** what was posted, for telling an echo from news */
  posted: string
  changed: { table: string; row: string }[]
}

/** Every write that Anna has no business with. */
export function listForeignWrites(bench: Bench): Write[] {
  const known = knownGroups('anna', CLOSED_REACH)
  return listWrites(bench).filter(({ group }) => group && !known.includes(group))
}

/** Tries writes as Anna. @returns what was not refused, changed or told; nothing when all is well */
export async function checkWrites(bench: Bench, writes: Write[]): Promise<string[]> {
  const known = knownGroups('anna', CLOSED_REACH)
  const troubles: string[] = []
  for (const write of writes) {
    const { response, posted, changed } = await tryWrite(bench, { as: 'anna', write })
    const { path, route, group, isByAddress } = write
    const note = (what: string) =>
      troubles.push(`${path} (${route}, of ${group?.name}) → ${response.status}: ${what}`)
    if (response.status >= 500) note('broke')
    if (isByAddress && !(await saysNothing(bench, write, response))) note('no 404')
    const touched = changed.filter(
      ({ table, row }) =>
        isByAddress || (!OWN_RECORD.has(table) && findLeaks(row, { known, asked: '' }).length > 0),
    )
    if (touched.length > 0) note(`changed ${touched.map(({ table }) => table).join(', ')}`)
    const leaks = findLeaks(response.body, { known, asked: posted })
    if (leaks.length > 0) note(`told of ${leaks.slice(0, 5).join(', ')}`)
  }
  return troubles
}

/** A refusal that is the same for an id which nobody has tells nothing either. */
async function saysNothing(bench: Bench, write: Write, response: TestResponse): Promise<boolean> {
  const { status, body } = response
  if (status === 403 || status === 404) return true
  if (status < 400) return false
  const path = write.path.replace(/\d{7}/g, '999999')
  const nobodys = await tryWrite(bench, { as: 'anna', write: { ...write, path } })
  return nobodys.response.status === status && nobodys.response.body === body
}

/** Posts as somebody, says what came of it and makes it undone. */
export async function tryWrite(
  bench: Bench,
  { as, write }: { as: Person; write: Write },
): Promise<Outcome> {
  const sqlite = sqliteOf(bench.own.db)
  const { path, group } = write
  const idOf: IdOf = (table) => (group && bench.ids.of(table, group.name)) ?? 999_999
  const { before, body } = samples[write.route] ?? {}
  const form = toForm(body?.(idOf) ?? {})
  const writtenSoFar = () => sqlite.prepare('select total_changes()').pluck().get()
  sqlite.exec('savepoint tried')
  try {
    if (before) sqlite.exec(prepare(before, idOf))
    const written = writtenSoFar()
    const response = await bench.ask({ as, path, form })
    const posted = `${path} ${form.toString()}`
    if (writtenSoFar() === written) return { response, posted, changed: [] }
    // Something was written: once more, with the whole file beside it.
    sqlite.exec('rollback to tried')
    if (before) sqlite.exec(prepare(before, idOf))
    const rows = dumpRows(bench.own.db, bench.tables)
    await bench.ask({ as, path, form })
    return { response, posted, changed: compareDumps(rows, dumpRows(bench.own.db, bench.tables)) }
  } finally {
    sqlite.exec('rollback to tried; release tried')
  }
}

function toForm(body: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(body).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  )
}

function prepare(sql: string, idOf: IdOf): string {
  return sql
    .replace(/\bupdate /g, 'update or ignore ')
    .replace(/:([a-z_]+)/g, (_, table: string) => String(idOf(table)))
}
