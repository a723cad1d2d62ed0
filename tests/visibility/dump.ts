import { createHash } from 'node:crypto'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Table } from './tables.ts'

/** What the product notes about sessions on every request, and the search index's own tables. */
const NOT_CONTENT = new Set(['member_sessions'])

/** Every row of a company's file by table and its own hash. */
export type Dump = Map<string, { table: string; row: string }>

export function dumpRows(db: TenantDb, tables: Table[]): Dump {
  const sqlite = sqliteOf(db)
  const dump: Dump = new Map()
  for (const { name } of tables) {
    if (NOT_CONTENT.has(name) || name === 'passages_vocabulary') continue
    for (const row of sqlite.prepare(`select * from ${name}`).raw().iterate() as Iterable<
      unknown[]
    >) {
      const text = row
        .map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value)))
        .join('|')
      const hash = createHash('sha1').update(`${name}|${text}`).digest('base64')
      dump.set(hash, { table: name, row: text })
    }
  }
  return dump
}

/** Rows that are there in one and not in the other. */
export function compareDumps(before: Dump, after: Dump): { table: string; row: string }[] {
  const only = (one: Dump, other: Dump) =>
    [...one].flatMap(([hash, row]) => (other.has(hash) ? [] : [row]))
  return [...only(before, after), ...only(after, before)]
}
