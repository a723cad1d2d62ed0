import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sqlite } from './sqlite.server.ts'

export type Migration = { number: number; name: string; sql: string }

export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

/** Reads `NNNN_name.sql` files in order. @throws when a number is missing or stands twice */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(0, -4),
      sql: readFileSync(join(folder, file), 'utf8'),
    }))
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`Migration out of order: ${migration.name}`)
  })
  return migrations
}

/** How many migrations the file has seen. */
export function schemaVersion(sqlite: Sqlite): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a file up to the newest schema, each migration in its own transaction, so that a
 * stopped run goes on where it was. Two processes may race: the version is read again inside.
 *
 * @returns the names of the migrations applied
 * @throws NewerSchemaError when the file was written by newer code
 */
export function migrate(sqlite: Sqlite, migrations: Migration[]): string[] {
  if (schemaVersion(sqlite) > migrations.length) {
    throw new NewerSchemaError(
      `The file is at schema ${schemaVersion(sqlite)}, this code knows ${migrations.length}`,
    )
  }
  const applied: string[] = []
  for (const migration of migrations) {
    if (applyOne(sqlite, migration)) applied.push(migration.name)
  }
  return applied
}

function applyOne(sqlite: Sqlite, migration: Migration): boolean {
  if (schemaVersion(sqlite) >= migration.number) return false
  return sqlite
    .transaction(() => {
      if (schemaVersion(sqlite) >= migration.number) return false
      sqlite.exec(migration.sql)
      sqlite.pragma(`user_version = ${migration.number}`)
      return true
    })
    .immediate()
}
