import { existsSync } from 'node:fs'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { LogLine } from './line.ts'
import { logLevels } from './line.ts'

const PAGE_SIZE = 50

export type LogRow = LogLine & { id: number }

export type LogFilter = {
  /** words of message, kind and code; or a whole request id */
  search?: string
  /** this level and worse */
  level?: 'warn' | 'error'
  surface?: string
  tenantId?: string
  requestId?: string
  /** UTC ms */
  from?: number
  until?: number
  /** keyset: only lines before this one */
  before?: number
  /** the only companies whose lines may be seen; undefined: all, and what is about none */
  reach?: string[]
}

export type SystemLog = {
  search: (filter: LogFilter) => { rows: LogRow[]; hasNext: boolean }
  close: () => void
}

/** Reads the log of this node, beside the thread that writes it. */
export function createSystemLog(path: string): SystemLog {
  let sqlite: Sqlite | undefined
  return {
    search: (filter) => {
      // Made by the thread with the first lines; before that there is nothing to read.
      if (!sqlite && !existsSync(path)) return { rows: [], hasNext: false }
      sqlite ??= openSqlite(path, { readonly: true })
      return searchLines(sqlite, filter)
    },
    close: () => sqlite?.close(),
  }
}

/** The newest lines that fit, 50 a page. */
export function searchLines(
  sqlite: Sqlite,
  filter: LogFilter,
): { rows: LogRow[]; hasNext: boolean } {
  const { sql, values } = toSql(filter)
  const found = sqlite.prepare<[typeof values], LogRow>(sql).all(values)
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

const REQUEST_ID = /^[0-9a-f]{16}$/

function toSql(filter: LogFilter) {
  const { from, until, before, reach, surface, tenantId, level } = filter
  const asked = filter.search?.trim().toLowerCase() ?? ''
  const requestId = filter.requestId ?? (REQUEST_ID.test(asked) ? asked : undefined)
  const words = requestId === undefined ? toWords(asked) : undefined
  const conditions = [
    before !== undefined && (words ? 'line_words.rowid < @before' : 'l.id < @before'),
    // Written in, so that the partial indexes are known to fit.
    level && `l.level >= ${logLevels[level]}`,
    surface && 'l.surface = @surface',
    tenantId && 'l.tenant_id = @tenantId',
    requestId && 'l.request_id = @requestId',
    reach && 'l.tenant_id in (select value from json_each(@reach))',
    from !== undefined && 'l.at >= @from',
    until !== undefined && 'l.at < @until',
    words && 'line_words match @words',
  ].filter(Boolean)
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  // Words are read from their own newest end, so that a common one costs no more than a page.
  const [source, id] = words
    ? ['line_words join lines l on l.id = line_words.rowid', 'line_words.rowid']
    : ['lines l', 'l.id']
  const sql = `select l.id, l.at, l.level, l.message, l.surface, l.tenant_id as tenantId,
      l.request_id as requestId, l.kind, l.code, l.details
    from ${source} ${where} order by ${id} desc limit ${PAGE_SIZE + 1}`
  const values = { before, surface, tenantId, requestId, from, until, words }
  return { sql, values: { ...values, reach: JSON.stringify(reach ?? []) } }
}

/** Every word must be there, the last one may be begun. Quotes keep FTS5's own words out. */
function toWords(search: string): string | undefined {
  const words = search.match(/[\p{L}\p{N}]+/gu)
  if (!words) return undefined
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}
