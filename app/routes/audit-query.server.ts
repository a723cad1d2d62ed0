import type { AuditFilter } from '#app/domain/audit/list.server.ts'
import { zoneOffsetMs } from '#app/i18n/format.ts'
import type { AuditQuery } from '#app/ui/audit/audit-filter.tsx'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 24 * 3_600_000
const OTHERS = ['platform', 'api', 'system'] as const
const CHARS_MAX = 200

/** What the address or a form asks of the log, as it was typed. */
export function readAuditQuery(fields: URLSearchParams): AuditQuery {
  const text = (name: string) => (fields.get(name) ?? '').trim().slice(0, CHARS_MAX)
  return {
    ...{ q: text('q'), actor: text('actor'), action: text('action'), subject: text('subject') },
    ...{ from: text('from'), until: text('until') },
  }
}

/** The same as conditions; what cannot be read narrows nothing. Days are the company's. */
export function toAuditFilter(query: AuditQuery, timeZone: string): AuditFilter {
  const { q, actor, action, subject, from, until } = query
  const lastDay = toDayStart(until, timeZone)
  return {
    search: q || undefined,
    actor: /^\d{1,15}$/.test(actor) ? Number(actor) : OTHERS.find((kind) => kind === actor),
    ...{ action: action || undefined, subject: subject || undefined },
    from: toDayStart(from, timeZone),
    until: lastDay === undefined ? undefined : toDayStart(nextDay(until), timeZone),
  }
}

/** Midnight of a day in the zone, UTC ms. */
function toDayStart(day: string, timeZone: string): number | undefined {
  const utc = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(utc)) return undefined
  const guess = utc - zoneOffsetMs(utc, timeZone)
  return utc - zoneOffsetMs(guess, timeZone)
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}
