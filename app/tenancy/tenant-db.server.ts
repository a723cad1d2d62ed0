import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { writeTransaction } from './sqlite.server.ts'
import type { Sqlite } from './sqlite.server.ts'

declare const insideOneTenant: unique symbol

/**
 * A handle on exactly one company's file. Made only by the tenancy folder; whoever holds one
 * is inside that company and nowhere else.
 */
export type TenantDb = BetterSQLite3Database & { readonly [insideOneTenant]: true }

type Handle = {
  sqlite: Sqlite
  tenantId: string
  dataKey: DataKey | undefined
  uploadsFolder: string
  statements: Map<symbol, unknown>
}

/** The company's own key for its secrets. `id` travels with every ciphertext. */
export type DataKey = { id: string; bytes: Buffer }

const handles = new WeakMap<TenantDb, Handle>()

/** Brands an open connection. Only `open` and `create` call this. */
export function brandTenantDb(handle: Omit<Handle, 'statements'>): TenantDb {
  const db = drizzle(handle.sqlite) as unknown as TenantDb
  handles.set(db, { ...handle, statements: new Map() })
  return db
}

/** Opaque id of the company, for keys outside the file: caches, logs, topics. Never for queries. */
export function tenantIdOf(db: TenantDb): string {
  return handleOf(db).tenantId
}

/** The raw connection, for full-text and vector SQL that drizzle cannot say. */
export function sqliteOf(db: TenantDb): Sqlite {
  return handleOf(db).sqlite
}

export function uploadsFolderOf(db: TenantDb): string {
  return handleOf(db).uploadsFolder
}

/** @throws when the company's key has been erased or was not handed over on open */
export function dataKeyOf(db: TenantDb): DataKey {
  const { dataKey, tenantId } = handleOf(db)
  if (!dataKey) throw new Error(`No data key for tenant ${tenantId}`)
  return dataKey
}

/**
 * Runs synchronous work in one write transaction; inside another one it becomes a savepoint.
 * The handle inside is the same type, so domain functions compose.
 */
export function inTransaction<T>(db: TenantDb, work: (tx: TenantDb) => T): T {
  return writeTransaction(sqliteOf(db), () => work(db))
}

/** Prepares a statement once per handle: unprepared drizzle costs three times as much. */
export function prepared<T>(db: TenantDb, key: symbol, build: (db: TenantDb) => T): T {
  const { statements } = handleOf(db)
  const known = statements.get(key)
  if (known !== undefined) return known as T
  const statement = build(db)
  statements.set(key, statement)
  return statement
}

function handleOf(db: TenantDb): Handle {
  const handle = handles.get(db)
  if (!handle) throw new Error('Not a tenant handle')
  return handle
}
