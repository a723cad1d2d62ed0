import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { keepLines, openLogFile, pruneLines } from './file.server.ts'
import { readLine } from './line.ts'
import type { LogLine } from './line.ts'
import { createSystemLog, searchLines } from './search.server.ts'
import { startLogSink } from './sink.server.ts'

const DAY_MS = 24 * 3_600_000
const NOW = Date.UTC(2026, 10, 22, 12)
const LIMITS = { days: 14, bytes: 256 * 1024 * 1024 }
const ID = 'abcdef0123456789'

let folder: string
let path: string
let sqlite: Sqlite

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-log-'))
  path = join(folder, 'log.db')
  sqlite = openLogFile(path)
})
afterEach(() => {
  if (sqlite.open) sqlite.close()
  rmSync(folder, { recursive: true, force: true })
})

function line(about: Partial<LogLine> = {}): LogLine {
  const nothing = { tenantId: null, requestId: null, kind: null, code: null, details: null }
  return { at: NOW, level: 30, message: 'job failed', surface: 'job', ...nothing, ...about }
}

const messages = (filter: Parameters<typeof searchLines>[1]) =>
  searchLines(sqlite, filter).rows.map((row) => row.message)

test('a line is found by its words, kind, code, request, company, surface, level and time', () => {
  keepLines(sqlite, [
    line({ message: 'webhook dropped', surface: 'webhook', code: 'unknown_type' }),
    line({ message: 'page failed', requestId: ID, surface: 'portal', level: 50 }),
    line({ kind: 'message.send', code: 'SQLITE_BUSY', tenantId: 't1', level: 40 }),
    line({ message: 'listening', surface: 'process', at: NOW - DAY_MS }),
  ])
  expect(messages({ search: 'drop' })).toEqual(['webhook dropped'])
  expect(messages({ search: 'message.send' })).toEqual(['job failed'])
  expect(messages({ search: 'sqlite_busy' })).toEqual(['job failed'])
  expect(messages({ search: ` ${ID} ` })).toEqual(['page failed'])
  expect(messages({ tenantId: 't1' })).toEqual(['job failed'])
  expect(messages({ surface: 'webhook' })).toEqual(['webhook dropped'])
  expect(messages({ level: 'warn' })).toEqual(['job failed', 'page failed'])
  expect(messages({ level: 'error' })).toEqual(['page failed'])
  expect(messages({ until: NOW })).toEqual(['listening'])
  expect(messages({ search: 'nothing of this' })).toEqual([])
})

test('what FTS5 would take for its own words is searched for as it stands', () => {
  keepLines(sqlite, [line()])
  for (const search of ['"', 'NEAR(', 'message:', 'a OR', '*', '; drop table lines'])
    expect(messages({ search })).toEqual(search === '"' || search === '*' ? ['job failed'] : [])
})

test('who may see some companies sees nothing of others, nor what is about none', () => {
  keepLines(sqlite, [
    line({ tenantId: 'mine' }),
    line({ tenantId: 'theirs', requestId: ID, message: 'page failed' }),
    line({ surface: 'process', message: 'listening' }),
  ])
  expect(messages({ reach: ['mine'] })).toEqual(['job failed'])
  expect(messages({ reach: ['mine'], search: ID })).toEqual([])
  expect(messages({ reach: ['mine'], tenantId: 'theirs' })).toEqual([])
  expect(messages({ reach: [] })).toEqual([])
})

test('pages follow one another without a gap or a line twice', () => {
  keepLines(
    sqlite,
    Array.from({ length: 120 }, (_, at) => line({ message: `line ${at}` })),
  )
  const seen: string[] = []
  for (let before: number | undefined, hasNext = true; hasNext;) {
    const page = searchLines(sqlite, { before })
    seen.push(...page.rows.map((row) => row.message))
    before = page.rows.at(-1)?.id
    hasNext = page.hasNext
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `line ${119 - at}`))
})

test('old lines go by the day, and too many by their size, with the words about them', () => {
  keepLines(sqlite, [line({ at: NOW - 15 * DAY_MS, message: 'old' }), line({ message: 'new' })])
  pruneLines(sqlite, LIMITS, NOW)
  expect(messages({})).toEqual(['new'])
  expect(messages({ search: 'old' })).toEqual([])
  pruneLines(sqlite, { days: 14, bytes: 1 }, NOW + 1)
  expect(messages({})).toEqual([])
})

test('a filter reads no more than it must', () => {
  const plan = (sql: string) =>
    sqlite
      .prepare<[], { detail: string }>(
        `explain query plan select id from lines where ${sql} order by id desc limit 51`,
      )
      .all()
      .map((step) => step.detail)
      .join('; ')
  for (const [sql, index] of [
    ['level >= 50', 'lines_failed'],
    [`tenant_id = 'x'`, 'lines_tenant'],
    [`request_id = 'x'`, 'lines_request'],
    [`surface = 'job'`, 'lines_surface'],
  ] as const) {
    expect(plan(sql)).toContain(index)
    expect(plan(sql)).not.toContain('TEMP B-TREE')
  }
})

test('what is written is kept by a thread, also what came last before closing', async () => {
  sqlite.close()
  const sink = startLogSink(path, LIMITS)
  const time = new Date(NOW).toISOString()
  sink.write(JSON.stringify({ level: 50, time, tenant: 't1', msg: 'page failed', requestId: ID }))
  sink.write('no JSON')
  await sink.close()
  const log = createSystemLog(path)
  const [row] = log.search({}).rows
  log.close()
  expect(row).toMatchObject({ at: NOW, level: 50, tenantId: 't1', requestId: ID })
})

test('a line without a surface is the process’s own, and an error is known by its code', () => {
  const err = { name: 'SqliteError', code: 'SQLITE_FULL' }
  const time = new Date(NOW).toISOString()
  const text = JSON.stringify({ level: 40, time, err, kind: 'backup.take', msg: 'failed' })
  expect(readLine(text)).toMatchObject({
    ...{ surface: 'process', kind: 'backup.take', code: 'SQLITE_FULL' },
    details: JSON.stringify({ err, kind: 'backup.take' }),
  })
})
