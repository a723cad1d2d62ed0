import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteOf, uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { agents, FORMER_BASE, lastGroup, people } from './groups.ts'
import type { Agent, Group } from './groups.ts'
import { makeRow, NOW } from './rows.ts'
import type { Row, Value } from './rows.ts'
import { readTables } from './tables.ts'
import type { Column, Table } from './tables.ts'

/** Rights that open no more than what is within reach anyway. */
const AGENT_RIGHTS = [
  ...['contacts.export', 'contacts.import', 'contacts.merge', 'contacts.delete'],
  ...['conversations.delete', 'sales.correct', 'reports.export', 'jobs.retry'],
]

/** Each contact has swallowed another one, this much further on. */
const MERGED = 99_000

/** The id that a table's row has in a group; 0 for a table of the whole company. */
export type Ids = { of: (table: string, group: string) => number | undefined }

/** Fills a company with every kind of row for each group, and its people. */
export function fillWorld(db: TenantDb, groups: Group[]): Ids {
  const sqlite = sqliteOf(db)
  const tables = readTables(sqlite)
  addPeople(sqlite)
  const ids = new Map<string, number>()
  const of = (table: string, group: string) => ids.get(`${table} ${group}`) ?? ids.get(table)
  sqlite.transaction(() => {
    sqlite.pragma('defer_foreign_keys = on')
    addEndpoints(sqlite)
    tables.forEach((table, index) => {
      if (table.level === 'company') ids.set(table.name, firstId(sqlite, table))
      for (const group of groups)
        if (belongs(table, group)) ids.set(`${table.name} ${group.name}`, group.base + index)
    })
    for (const table of tables)
      for (const group of groups)
        if (belongs(table, group)) addRow(sqlite, table, { group, ids: { of } })
    addFormerRows(sqlite, tables, { of })
  })()
  writeFiles(db)
  return { of }
}

/** The bytes behind the files, so that an answer of 404 is a refusal and no lack of bytes. */
function writeFiles(db: TenantDb): void {
  const keys = sqliteOf(db).prepare<[], string>('select storage_key from files').pluck().all()
  for (const key of keys) {
    const folder = join(uploadsFolderOf(db), key.slice(0, 2))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, key), key)
  }
}

/** More groups in a company that is filled already. */
export function fillMore(db: TenantDb, groups: Group[]): void {
  fillWorld(db, groups)
}

function belongs({ level, name }: Table, group: Group): boolean {
  if (level === 'conversation') return group.conversation !== undefined
  if (level === 'contact') return group.contactOf === undefined
  if (level === 'member')
    return name !== 'member_skills' && [...agents, lastGroup.name].includes(group.name)
  return false
}

function addRow(sqlite: Sqlite, table: Table, { group, ids }: { group: Group; ids: Ids }): void {
  const id = ids.of(table.name, group.name) as number
  const member = memberOf(group)
  const refer = (column: Column): Value => referTo(column, table, { group, ids, member })
  const row = { ...makeRow(table, { id, group: group.name, refer }), ...ownColumns(table, group) }
  if (table.name === 'contacts')
    insertRow(sqlite, table.name, { ...row, id: group.base + MERGED, merged_into: id })
  insertRow(sqlite, table.name, row)
}

function referTo(
  { refersTo, name, isRequired }: Column,
  table: Table,
  of: { group: Group; ids: Ids; member: number | null },
): Value {
  const { group, ids, member } = of
  if (refersTo === 'members')
    return isRequired || name === 'member_id' ? (member ?? people.owner) : member
  if (refersTo === 'endpoints') return group.line ?? 1
  if (refersTo === table.name) return null
  const own = ids.of(refersTo as string, group.name)
  return own ?? (group.contactOf && ids.of(refersTo as string, group.contactOf)) ?? null
}

/** Who wrote and did things in a group; what was closed is told of nobody's own doing. */
function memberOf({ conversation, createdBy, name }: Group): number | null {
  if (conversation?.status === 'closed') return null
  const agent = conversation?.assignedTo ?? createdBy ?? agents.find((one) => one === name)
  return agent ? people[agent] : null
}

/** What makes a group what it is. */
function ownColumns(table: Table, group: Group): Row {
  const { conversation, createdBy } = group
  if (table.name === 'contacts')
    return { created_by: createdBy ? people[createdBy] : null, owner_id: null }
  if (table.name === 'contact_merges') return { merged_id: group.base + MERGED }
  if (table.name !== 'conversations' || !conversation) return {}
  const { assignedTo, status, isDeleted } = conversation
  return {
    ...{ status, assigned_to: assignedTo ? people[assignedTo] : null, closed_by: null },
    ...{ closed_at: status === 'closed' ? NOW : null, deleted_at: isDeleted ? NOW : null },
    ...{ queued_at: assignedTo ? null : NOW, snoozed_by: null, deleted_by: null },
  }
}

/** What Anna wrote about Ben's conversation while it was hers. */
function addFormerRows(sqlite: Sqlite, tables: Table[], ids: Ids): void {
  const ben = { of: (table: string) => ids.of(table, 'ben') }
  if (ben.of('conversations') === undefined) return
  const group: Group = { name: 'ben', base: 0, knownTo: () => [] }
  const former = { group, ids, member: people.anna }
  tables.forEach((table, index) => {
    const names = table.columns.map(({ name }) => name)
    const member = names.find((name) => name === 'member_id' || name === 'requested_by')
    if (!member || !names.includes('conversation_id') || table.level !== 'conversation') return
    const refer = (column: Column): Value =>
      column.refersTo === 'members' ? people.anna : referTo(column, table, former)
    const id = FORMER_BASE + index
    const row = makeRow(table, { id, group: 'former', refer })
    const moved: Row = names.includes('started_at') ? { started_at: NOW - 1 } : {}
    insertRow(sqlite, table.name, {
      ...row,
      ...moved,
      ...(names.includes('closed_at') && { closed_at: 1 }),
    })
  })
}

function addPeople(sqlite: Sqlite): void {
  const add = sqlite.prepare(
    `insert or ignore into members (id, email, name, role, permissions_json, created_at, updated_at)
     values (?, ?, ?, ?, ?, 0, 0)`,
  )
  for (const [name, id] of Object.entries(people)) {
    const isAgent = (agents as readonly string[]).includes(name)
    const rights = JSON.stringify(isAgent ? AGENT_RIGHTS : [])
    add.run(id, `${name}@people.test`, name, isAgent ? 'agent' : name, rights)
  }
}

function addEndpoints(sqlite: Sqlite): void {
  sqlite.exec(
    `insert or ignore into endpoints (id, key, channel, name, created_at, updated_at)
     values (1, 'line', 'whatsapp-cloud', 'Line', 0, 0),
       (2, 'other', 'whatsapp-cloud', 'Other line', 0, 0)`,
  )
}

/** The company's own tags, reasons and so on: one row each is enough to ask for. */
function firstId(sqlite: Sqlite, table: Table): number {
  const hasId = table.columns.some(({ name }) => name === 'id')
  const found = hasId ? sqlite.prepare(`select id from ${table.name}`).pluck().get() : undefined
  if (found !== undefined) return Number(found)
  const refer = (column: Column): Value => (column.refersTo === 'endpoints' ? 1 : null)
  const row = makeRow(table, { id: 5, group: 'company', refer })
  try {
    insertRow(sqlite, table.name, row)
  } catch {
    return 0
  }
  return 5
}

function insertRow(sqlite: Sqlite, table: string, row: Row): void {
  const names = Object.keys(row)
  const places = names.map(() => '?').join(', ')
  try {
    sqlite
      .prepare(
        `insert into ${table} (${names.join(', ')}) values (${places})
         on conflict do nothing`,
      )
      .run(...Object.values(row))
  } catch (error) {
    throw new Error(
      `No sample row fits the table ${table}: ${String(error)}. Say in tests/visibility/rows.ts (FIXED) or tables.ts what its columns hold. Tried ${JSON.stringify(row)}`,
      { cause: error },
    )
  }
}

export type { Agent }
