import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate, readMigrations } from '#app/tenancy/migrations.server.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'

declare const thePlatform: unique symbol

/** The one database that spans companies. It holds no company's customers or messages. */
export type PlatformDb = BetterSQLite3Database & { readonly [thePlatform]: true }

/** A replica that has not been told everything yet, or whose primary never started. */
export class PlatformMissingError extends Error {
  override name = 'PlatformMissingError'
}

const connections = new WeakMap<PlatformDb, Sqlite>()

/** Opens the platform file, making and migrating it when needed. */
export function openPlatform(options: {
  path: string
  migrationsDir: string
  readonly?: boolean
}): PlatformDb {
  mkdirSync(dirname(options.path), { recursive: true })
  const isNew = !existsSync(options.path)
  if (isNew && options.readonly) throw new PlatformMissingError(options.path)
  const sqlite = openSqlite(options.path, { create: isNew, readonly: options.readonly })
  if (!options.readonly) migrate(sqlite, readMigrations(options.migrationsDir))
  const platform = drizzle(sqlite) as unknown as PlatformDb
  connections.set(platform, sqlite)
  return platform
}

/** The raw connection, for SQL that drizzle cannot say. */
export function platformSqliteOf(platform: PlatformDb): Sqlite {
  const sqlite = connections.get(platform)
  if (!sqlite) throw new Error('Not the platform handle')
  return sqlite
}

/** Synchronous work in one write transaction; nested it becomes a savepoint. */
export function inPlatformTransaction<T>(platform: PlatformDb, work: () => T): T {
  return platformSqliteOf(platform).transaction(work).immediate()
}

export function closePlatform(platform: PlatformDb): void {
  platformSqliteOf(platform).close()
}
