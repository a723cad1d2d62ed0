import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { closeLog } from './flush.server.ts'
import { migrate, NewerSchemaError, readMigrations, schemaVersion } from './migrations.server.ts'
import type { Migration } from './migrations.server.ts'
import { isOnLog, openSqlite, putOnLog } from './sqlite.server.ts'
import type { Sqlite } from './sqlite.server.ts'
import { brandTenantDb } from './tenant-db.server.ts'
import type { DataKey, TenantDb } from './tenant-db.server.ts'

/** What the platform knows about a company and tenancy needs to open it. */
export type TenantRecord = { id: string; dataKey: DataKey | undefined }

export type TenancyOptions = {
  /** flat folder of database files */
  dbDir: string
  /** parent of the per-company upload folders */
  uploadsDir: string
  migrationsDir: string
  /** idle handles kept open; busy ones do not count */
  idleHandlesMax?: number
  role?: () => 'primary' | 'replica'
  /** a LiteFS mount: a file's journal is what it was made with, for good */
  isReplicated?: boolean
  onMigrated?: (tenantId: string, names: string[], tookMs: number) => void
}

export class TenantFileError extends Error {
  override name = 'TenantFileError'
  readonly reason: 'missing' | 'wrong_owner' | 'newer_schema' | 'behind'

  constructor(reason: TenantFileError['reason'], tenantId: string) {
    super(`${reason}: ${tenantId}`)
    this.reason = reason
  }
}

const IDLE_HANDLES_MAX = 200
const TENANT_ID = /^[a-z0-9]{20}$/

type Entry = {
  db: TenantDb
  sqlite: Sqlite
  uses: number
  /** which file it is on the disk, whatever it is called meanwhile */
  inode: string | undefined
}

export type Tenancy = ReturnType<typeof createTenancy>

/**
 * The only door to company data. A handle in use is never closed; idle ones wait in an LRU
 * with a cap, because each costs memory and three file descriptors.
 */
export function createTenancy(options: TenancyOptions) {
  const migrations = readMigrations(options.migrationsDir)
  const busy = new Map<string, Entry>()
  /** in use, and of a file that is no longer the company's: closed with the last use */
  const retired = new Map<TenantDb, Entry>()
  const idle = new LRUCache<string, Entry>({
    max: options.idleHandlesMax ?? IDLE_HANDLES_MAX,
    dispose: (entry, _id, reason) => {
      if (reason === 'evict') closeEntry(entry)
    },
  })

  function acquire(record: TenantRecord): TenantDb {
    return take(record.id, findOpen(record.id) ?? openEntry(record))
  }

  /** The handle of a company whose file is open anyway. Released like an acquired one. */
  function acquireOpen(tenantId: string): TenantDb | undefined {
    const entry = findOpen(tenantId)
    return entry && take(tenantId, entry)
  }

  /**
   * A file that was moved, removed or put back under an open handle would take messages that
   * nobody finds again, so each use looks whether the handle is still on the company's file.
   */
  function findOpen(tenantId: string): Entry | undefined {
    const entry = busy.get(tenantId) ?? idle.get(tenantId)
    if (!entry || entry.inode === inodeOf(entry.sqlite.name)) return entry
    if (busy.delete(tenantId)) retired.set(entry.db, entry)
    else {
      idle.delete(tenantId)
      closeEntry(entry)
    }
    return undefined
  }

  function take(tenantId: string, entry: Entry): TenantDb {
    idle.delete(tenantId)
    busy.set(tenantId, entry)
    entry.uses += 1
    return entry.db
  }

  /** @param db what was acquired; needed where the file may have been exchanged meanwhile */
  function release(tenantId: string, db?: TenantDb): void {
    const old = db && retired.get(db)
    const entry = old ?? busy.get(tenantId)
    if (!entry) return
    entry.uses -= 1
    if (entry.uses > 0) return
    if (old) {
      retired.delete(old.db)
      return closeEntry(old)
    }
    busy.delete(tenantId)
    idle.set(tenantId, entry)
  }

  function openEntry(record: TenantRecord): Entry {
    const sqlite = openTenantFile(options, migrations, record.id)
    const db = brandTenantDb({
      sqlite,
      tenantId: record.id,
      dataKey: record.dataKey,
      uploadsFolder: join(options.uploadsDir, metaOf(sqlite, 'uploads_folder') ?? record.id),
    })
    return { db, sqlite, uses: 0, inode: inodeOf(sqlite.name) }
  }

  /** Opens for as long as the work takes, asynchronous work included. */
  async function withTenant<T>(
    record: TenantRecord,
    work: (db: TenantDb) => T | Promise<T>,
  ): Promise<T> {
    const db = acquire(record)
    try {
      return await work(db)
    } finally {
      release(record.id, db)
    }
  }

  /** Closes a company's idle handle so that its file can be moved or removed. */
  function forget(tenantId: string): boolean {
    if (busy.has(tenantId)) return false
    const entry = idle.get(tenantId)
    idle.delete(tenantId)
    if (entry) closeEntry(entry)
    return true
  }

  function closeAll(): void {
    const all = [...busy.values(), ...retired.values(), ...idle.values()]
    for (const entry of all) closeEntry(entry)
    busy.clear()
    retired.clear()
    idle.clear()
  }

  return {
    ...{ acquire, acquireOpen, release, withTenant, forget, closeAll, options, migrations },
    pathOf: (tenantId: string) => tenantPath(options.dbDir, tenantId),
    openCount: () => busy.size + retired.size + idle.size,
  }
}

function closeEntry({ sqlite }: Entry): void {
  closeLog(sqlite)
  sqlite.close()
}

function inodeOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

/** The file of a company: its opaque id, never a name somebody typed. */
export function tenantPath(dbDir: string, tenantId: string): string {
  if (!TENANT_ID.test(tenantId)) throw new Error('Not a tenant id')
  return join(dbDir, `${tenantId}.db`)
}

function openTenantFile(
  options: TenancyOptions,
  migrations: Migration[],
  tenantId: string,
): Sqlite {
  const path = tenantPath(options.dbDir, tenantId)
  if (!existsSync(path)) throw new TenantFileError('missing', tenantId)
  const isReplica = options.role?.() === 'replica'
  const sqlite = openOnLog(path, { isReplica, isReplicated: options.isReplicated ?? false })
  try {
    if (metaOf(sqlite, 'tenant_id') !== tenantId) throw new TenantFileError('wrong_owner', tenantId)
    bringUpToDate(options, migrations, { sqlite, tenantId, isReplica })
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A copy that an operator put in place may have come without its log. */
function openOnLog(path: string, on: { isReplica: boolean; isReplicated: boolean }): Sqlite {
  const sqlite = openSqlite(path, { readonly: on.isReplica })
  try {
    if (on.isReplica || on.isReplicated || isOnLog(sqlite)) return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
  sqlite.close()
  putOnLog(path)
  return openSqlite(path)
}

function bringUpToDate(
  options: TenancyOptions,
  migrations: Migration[],
  file: { sqlite: Sqlite; tenantId: string; isReplica: boolean },
): void {
  const version = schemaVersion(file.sqlite)
  if (version === migrations.length) return
  if (version > migrations.length) throw new TenantFileError('newer_schema', file.tenantId)
  if (file.isReplica) throw new TenantFileError('behind', file.tenantId)
  const startedAt = performance.now()
  try {
    const names = migrate(file.sqlite, migrations)
    options.onMigrated?.(file.tenantId, names, performance.now() - startedAt)
  } catch (error) {
    if (error instanceof NewerSchemaError) throw new TenantFileError('newer_schema', file.tenantId)
    throw error
  }
}

function metaOf(sqlite: Sqlite, key: string): string | undefined {
  return sqlite
    .prepare<[string], string>('select value from tenant_meta where key = ?')
    .pluck()
    .get(key)
}
