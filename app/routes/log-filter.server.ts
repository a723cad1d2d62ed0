import { DateTime } from 'luxon'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { logSurfaces } from '#app/platform/logs/line.ts'
import type { LogSurface } from '#app/platform/logs/line.ts'
import type { LogFilter } from '#app/platform/logs/search.server.ts'
import { toId } from './billing-page.server.ts'

const WORD_MAX = 100

/** What is asked of the log, as it stands in the address. */
export type AskedLog = {
  q: string
  level: 'warn' | 'error' | undefined
  surface: LogSurface | undefined
  /** a company's address or id */
  company: string
  from: string
  until: string
}

export function readLogQuery(query: URLSearchParams): AskedLog {
  const word = (name: string) => (query.get(name) ?? '').trim().slice(0, WORD_MAX)
  const level = word('level')
  return {
    q: word('q'),
    level: level === 'warn' || level === 'error' ? level : undefined,
    surface: logSurfaces.find((name) => name === word('surface')),
    company: word('company').toLowerCase(),
    ...{ from: word('from'), until: word('until') },
  }
}

/**
 * The same as the log is asked.
 *
 * @param about.timeZone the reader's, in which times are typed
 * @param about.tenantId of the company that was asked for; a word no company has finds nothing
 */
export function toLogFilter(
  asked: AskedLog,
  about: { query: URLSearchParams; timeZone: string; tenantId: string | undefined },
): LogFilter {
  const { query, timeZone, tenantId } = about
  return {
    ...{ search: asked.q, level: asked.level, surface: asked.surface },
    tenantId: asked.company === '' ? undefined : (tenantId ?? 'none'),
    from: toMoment(asked.from, timeZone),
    until: toMoment(asked.until, timeZone),
    before: toId(query.get('before')),
  }
}

function toMoment(text: string, zone: string): number | undefined {
  const at = DateTime.fromISO(text, { zone })
  return at.isValid ? at.toMillis() : undefined
}

/** The companies given to a person of support. */
export function listReach(platform: PlatformDb, supporterId: number): string[] {
  return platformSqliteOf(platform)
    .prepare<[number], string>('select tenant_id from tenant_supporters where user_id = ?')
    .pluck()
    .all(supporterId)
}

/** Names of the companies that lines are about, by id. */
export function readNames(platform: PlatformDb, ids: (string | null)[]): Record<string, string> {
  const rows = platformSqliteOf(platform)
    .prepare<[string], { id: string; name: string }>(
      'select id, name from tenants where id in (select value from json_each(?))',
    )
    .all(JSON.stringify([...new Set(ids.filter((id) => id !== null))]))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
