import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

type Cell = string | number | null
export type StoredRow = Record<string, Cell>

/** What was moved out of one table, enough to move it back. */
type MovedTable = {
  /** of tables with an id: the rows that moved */
  ids?: number[]
  /** of tables without: the rows as they were */
  rows?: StoredRow[]
  /** rows the other side had already; they were taken out */
  dropped: StoredRow[]
}
export type MovedRows = Record<string, MovedTable>

type Owner = 'contact_id' | 'conversation_id'

/** What stays where it is: news of the moment, proof of erasure, and what is worked out anew. */
const LEFT_ALONE = new Set([
  ...['changes', 'conversation_viewers', 'erasures', 'score_contributions'],
])

/**
 * Gives everything that belongs to one contact or conversation to another, in every table that
 * names its owner so: a table that comes later is covered because it has the column.
 */
export function moveRows(db: TenantDb, owner: Owner, from: number, to: number): MovedRows {
  const sqlite = sqliteOf(db)
  const moved: MovedRows = {}
  for (const table of tablesOf(db, owner)) {
    const before = sqlite
      .prepare<[number], StoredRow>(`select * from ${table.name} where ${owner} = ?`)
      .all(from)
    if (before.length === 0) continue
    sqlite
      .prepare(`update or ignore ${table.name} set ${owner} = ? where ${owner} = ?`)
      .run(to, from)
    const dropped = sqlite
      .prepare<[number], StoredRow>(`select * from ${table.name} where ${owner} = ?`)
      .all(from)
    sqlite.prepare(`delete from ${table.name} where ${owner} = ?`).run(from)
    const kept = before.filter((row) => !dropped.some((other) => isSameRow(row, other)))
    moved[table.name] = table.hasId
      ? { ids: kept.map((row) => Number(row['id'])), dropped }
      : { rows: kept, dropped }
  }
  return moved
}

/** Takes back what `moveRows` gave away; what came since then stays with who has it now. */
export function moveRowsBack(
  db: TenantDb,
  owner: Owner,
  move: { from: number; to: number; moved: MovedRows },
): void {
  const { from, to, moved } = move
  const tables = new Map(tablesOf(db, owner).map((table) => [table.name, table]))
  for (const [name, { ids = [], rows = [], dropped }] of Object.entries(moved)) {
    const table = tables.get(name)
    if (!table) continue
    moveBackById(db, name, owner, { ids, from, to })
    for (const row of rows) deleteByKey(db, table, { ...row, [owner]: to })
    for (const row of [...rows, ...dropped]) insertRow(db, name, row)
  }
}

function moveBackById(
  db: TenantDb,
  table: string,
  owner: Owner,
  move: { ids: number[]; from: number; to: number },
): void {
  if (move.ids.length === 0) return
  const update = sqliteOf(db).prepare(
    `update or ignore ${table} set ${owner} = ? where id = ? and ${owner} = ?`,
  )
  for (const id of move.ids) update.run(move.from, id, move.to)
}

/** Writes a stored row as it was; one that stands there already wins. */
export function insertRow(db: TenantDb, table: string, row: StoredRow): void {
  const columns = Object.keys(row).filter((name) => /^[a-z_]+$/.test(name))
  const places = columns.map(() => '?').join(', ')
  sqliteOf(db)
    .prepare(`insert or ignore into ${table} (${columns.join(', ')}) values (${places})`)
    .run(...columns.map((name) => row[name]))
}

type Table = { name: string; hasId: boolean; key: string[] }

function tablesOf(db: TenantDb, owner: Owner): Table[] {
  const rows = sqliteOf(db)
    .prepare<[string], { name: string; key: string }>(
      `select m.name, (select group_concat(k.name) from pragma_table_info(m.name) k where k.pk > 0) as key
       from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name = ? order by m.name`,
    )
    .all(owner)
  return rows
    .filter(({ name }) => !LEFT_ALONE.has(name))
    .map(({ name, key }) => ({ name, hasId: key === 'id', key: key.split(',') }))
}

function deleteByKey(db: TenantDb, { name, key }: Table, row: StoredRow): void {
  const condition = key.map((column) => `${column} is ?`).join(' and ')
  sqliteOf(db)
    .prepare(`delete from ${name} where ${condition}`)
    .run(...key.map((column) => row[column]))
}

function isSameRow(a: StoredRow, b: StoredRow): boolean {
  return Object.keys(a).every((name) => a[name] === b[name])
}
