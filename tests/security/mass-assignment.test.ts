import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startBench } from '#tests/visibility/bench.ts'
import type { Bench } from '#tests/visibility/bench.ts'
import { samples, sayMarks } from '#tests/visibility/bodies.ts'
import { CLOSED_REACH, groupOfId } from '#tests/visibility/groups.ts'
import { compareDumps, dumpRows } from '#tests/visibility/dump.ts'
import { NOW } from '#tests/visibility/rows.ts'
import { listWrites } from '#tests/visibility/writes.ts'
import type { Write } from '#tests/visibility/writes.ts'

// To every form, columns of every table are sent along that no page asks for: whose row it is,
// who made it, what it may. None of it is written anywhere.

const CALM = { timeout: 300_000 }
/** Stands in no row; nobody has this id. */
const PLANTED = '7654321'
/** What says whose a row is and what somebody may. */
const OWNERSHIP =
  /^(id|.*_id|.*_by|role|permissions_json|password_hash|.*_hash|storage_key|purpose|slug|created_at)$/
/** What a tenant is called elsewhere. */
const FOREIGN = ['tenant', 'company', 'account', 'organization', 'workspace', 'user', 'owner']
const PROTOTYPES = ['__proto__', 'constructor', 'prototype', '__proto__[role]', 'isAdmin']

let bench: Bench

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 3_600_000 })
  bench = await startBench()
  bench.setReach(CLOSED_REACH)
  sayMarks((id) => groupOfId(id)?.name ?? '')
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

test('fields that no form has are written nowhere, whatever column they name', CALM, async () => {
  // The sample's merges hold nothing to put back.
  const own = listWrites(bench)
    .filter(({ group }) => !group || group.name === 'anna')
    .filter(({ route }) => !samples[route]?.isIdle?.includes('taken apart'))
  const planted: string[] = []
  let changes = 0
  for (const write of own) {
    const everything = await tryPlanted(write, columnNames())
    // Some of it was a field after all and refused: then without what the form may have.
    const { status, rows } =
      everything.status < 400 ? everything : await tryPlanted(write, foreignNames())
    expect(status, write.path).toBeLessThan(500)
    if (status < 400 && rows.length > 0) changes += 1
    for (const { table, row } of [...everything.rows, ...rows])
      if (row.split('|').includes(PLANTED) || row.includes(`"${PLANTED}"`))
        planted.push(`${write.route} → ${table}: ${row.slice(0, 200)}`)
  }
  expect(planted).toEqual([])
  // The forms were really sent: this many of them changed something.
  expect(changes).toBeGreaterThan(60)
  expect(({} as Record<string, unknown>)['role']).toBeUndefined()
})

/** Posts a form with more than it has, and makes it undone. @returns the rows it changed */
async function tryPlanted(write: Write, names: string[]) {
  const sqlite = sqliteOf(bench.own.db)
  const idOf = (table: string) =>
    (write.group && bench.ids.of(table, write.group.name)) ?? bench.ids.of(table, '') ?? 999_999
  const { before, body } = samples[write.route] ?? {}
  const fields = Object.entries(body?.(idOf) ?? {})
  const form = new URLSearchParams(
    fields.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )
  for (const name of names) if (!form.has(name)) form.append(name, PLANTED)
  sqlite.exec('savepoint planted')
  try {
    if (before) sqlite.exec(before.replace(/:([a-z_]+)/g, (_, table: string) => `${idOf(table)}`))
    const rows = dumpRows(bench.own.db, bench.tables)
    const { status } = await bench.ask({ as: 'owner', path: write.path, form })
    return { status, rows: compareDumps(rows, dumpRows(bench.own.db, bench.tables)) }
  } finally {
    sqlite.exec('rollback to planted; release planted')
  }
}

function columnNames(): string[] {
  const columns = bench.tables.flatMap((table) => table.columns.map(({ name }) => name))
  const owning = [...new Set(columns.filter((name) => OWNERSHIP.test(name)))]
  return [...owning.flatMap((name) => [name, toCamel(name)]), ...foreignNames()]
}

function foreignNames(): string[] {
  return [...FOREIGN.flatMap((name) => [`${name}Id`, `${name}_id`, `${name}[id]`]), ...PROTOTYPES]
}

function toCamel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
