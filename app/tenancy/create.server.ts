import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tenantPath } from './open.server.ts'
import { openSqlite } from './sqlite.server.ts'
import type { Sqlite } from './sqlite.server.ts'

const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const ID_LENGTH = 20

/** An opaque id, safe as a file name and impossible to guess. */
export function makeTenantId(): string {
  return Array.from(randomBytes(ID_LENGTH), (byte) => ID_ALPHABET[byte % 36]).join('')
}

/**
 * Makes a company's file from the template in one transaction: all or nothing. SQL is run
 * rather than a template copied, because LiteFS accepts no copied database.
 *
 * @param schemaSql the whole current schema, with `user_version` at its end
 * @param fill writes the first rows, inside the same transaction
 */
export function createTenantFile(
  place: { dbDir: string; tenantId: string; templateDir: string },
  fill: (sqlite: Sqlite) => void,
): void {
  mkdirSync(place.dbDir, { recursive: true })
  const path = tenantPath(place.dbDir, place.tenantId)
  const sqlite = openSqlite(path, { create: true })
  try {
    sqlite
      .transaction(() => {
        sqlite.exec(templateSql(place.templateDir, 'schema.sql'))
        insertMeta(sqlite, place.tenantId)
        sqlite.exec(templateSql(place.templateDir, 'seed.sql'))
        fill(sqlite)
      })
      .immediate()
    sqlite.close()
  } catch (error) {
    sqlite.close()
    removeDatabase(path)
    throw error
  }
}

/** Removes a database and what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

const templates = new Map<string, string>()

function templateSql(folder: string, name: string): string {
  const path = join(folder, name)
  const known = templates.get(path)
  if (known !== undefined) return known
  const sql = readFileSync(path, 'utf8')
  templates.set(path, sql)
  return sql
}

function insertMeta(sqlite: Sqlite, tenantId: string): void {
  const insert = sqlite.prepare('insert into tenant_meta (key, value) values (?, ?)')
  insert.run('tenant_id', tenantId)
  insert.run('uploads_folder', randomBytes(16).toString('hex'))
  insert.run('created_at', String(Date.now()))
}
