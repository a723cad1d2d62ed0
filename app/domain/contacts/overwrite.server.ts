import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { StoredRow } from './move-rows.server.ts'

type Table = 'contacts' | 'conversations'

/** Columns a merge changed: what they were, and what it made of them. */
export type Overwritten = Record<string, { before: StoredRow[string]; after: StoredRow[string] }>

export function readRow(db: TenantDb, table: Table, id: number): StoredRow | undefined {
  return sqliteOf(db)
    .prepare<[number], StoredRow>(
      // A virtual column cannot be written, so it is not read.
      `select ${columnsOf(db, table).join(', ')} from ${table} where id = ?`,
    )
    .get(id)
}

/** Sets columns of a row. @returns those that really changed, for taking it back */
export function overwrite(
  db: TenantDb,
  table: Table,
  row: StoredRow,
  values: StoredRow,
): Overwritten {
  const changed = Object.entries(values).filter(([name, value]) => row[name] !== value)
  for (const [name, value] of changed) setColumn(db, table, { id: row['id'], name, value })
  return Object.fromEntries(
    changed.map(([name, after]) => [name, { before: row[name] ?? null, after }]),
  )
}

/** Sets columns back to what they were, but for those that somebody has changed since. */
export function takeBack(db: TenantDb, table: Table, id: number, columns: Overwritten): void {
  const row = readRow(db, table, id)
  if (!row) return
  for (const [name, { before, after }] of Object.entries(columns)) {
    if (row[name] === after) setColumn(db, table, { id, name, value: before })
  }
}

function setColumn(
  db: TenantDb,
  table: Table,
  change: { id: StoredRow[string] | undefined; name: string; value: StoredRow[string] },
): void {
  if (!columnsOf(db, table).includes(change.name)) return
  sqliteOf(db)
    .prepare(`update ${table} set ${change.name} = ? where id = ?`)
    .run(change.value, change.id)
}

function columnsOf(db: TenantDb, table: Table): string[] {
  return sqliteOf(db)
    .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    .all(table)
    .map((column) => column.name)
}
