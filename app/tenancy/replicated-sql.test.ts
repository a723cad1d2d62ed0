import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findForbidden } from './replicated-sql.ts'
import { openSqlite } from './sqlite.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-sql-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const FORBIDDEN = [
  'VACUUM',
  'vacuum main',
  'select 1; vacuum',
  '-- tidy\nvacuum',
  '/* tidy */ vacuum',
  'pragma journal_mode = delete',
  'PRAGMA main.journal_mode(TRUNCATE)',
  'pragma locking_mode=exclusive',
  'pragma auto_vacuum = 1',
  'pragma incremental_vacuum(10)',
  "attach database 'other.db' as other",
  "ATTACH 'other.db' AS other",
]

test.each(FORBIDDEN)('%s is refused on every connection, however it is sent', (sql) => {
  const sqlite = openSqlite(join(folder, 'a.db'), { create: true })
  expect(() => sqlite.exec(sql)).toThrow('Forbidden in replicated files')
  expect(() => sqlite.prepare(sql)).toThrow('Forbidden in replicated files')
  if (/^pragma /i.test(sql))
    expect(() => sqlite.pragma(sql.slice('pragma '.length))).toThrow('Forbidden')
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
  sqlite.close()
})

test('copying out, asking for a mode, and words inside texts go on', () => {
  const sqlite = openSqlite(join(folder, 'a.db'), { create: true })
  sqlite.exec('create table notes (attach_count int, text text)')
  sqlite.prepare('insert into notes values (?, ?)').run(1, 'please vacuum; the room')
  sqlite.prepare('vacuum into ?').run(join(folder, 'copy.db'))
  const copy = openSqlite(join(folder, 'copy.db'), { readonly: true })
  expect(copy.prepare('select text from notes').pluck().get()).toBe('please vacuum; the room')
  copy.close()
  sqlite.close()
  expect(findForbidden('pragma journal_mode')).toBeUndefined()
  expect(findForbidden('vacuum main into ?')).toBeUndefined()
})

test('a missing file is opened by nobody, to read or to write, unless it is to be made', () => {
  const path = join(folder, 'missing.db')
  expect(() => openSqlite(path)).toThrow()
  expect(() => openSqlite(path, { readonly: true })).toThrow()
  expect(() => openSqlite(path, { readonly: true, create: true })).toThrow('never made to be read')
})
