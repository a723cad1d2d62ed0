import { and, eq, inArray } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listDays, spanOfDay, weekdayOf } from './days.ts'
import { getMetric } from './metrics.ts'
import type { MetricName } from './metrics.ts'
import type { Period } from './period.ts'
import { QUARTER_MS, toHourKey } from './tally.server.ts'

const ROWS_PER_PAGE = 50

export type RowsQuery = {
  metric: MetricName
  period: Period
  /** dimension → key; `hour` and `weekday` are of the company's clock */
  of: Record<string, string>
}

export type RowCursor = { at: number; id: number }

export type FigureRow = {
  id: number
  at: number
  /** in the metric's own unit; null where rows are only counted */
  value: number | null
  /** both null when this person does not reach the conversation (any more) */
  conversationId: number | null
  contact: { name: string; phone: string | null } | null
}

/** Whose rows somebody may list: everybody's, or only those of what they did themselves. */
export function scopeOf(actor: Actor): 'company' | 'own' {
  return can(actor, 'reports.read') && can(actor, 'conversations.read_all') ? 'company' : 'own'
}

/**
 * Narrows a query to what this person may see.
 *
 * @returns undefined when there is nothing of it for them
 */
export function toPermitted(actor: Actor, query: RowsQuery): RowsQuery | undefined {
  if (scopeOf(actor) === 'company') return query
  if (!('member' in getMetric(query.metric).dimensions)) return undefined
  return { ...query, of: { ...query.of, member: String(actor.id) } }
}

/** How many rows there are behind a figure, counted from the facts. */
export function countRows(db: TenantDb, query: RowsQuery): { count: number; sum: number } {
  const { value } = getMetric(query.metric)
  const { text, values } = toCondition(db, query)
  return sqliteOf(db)
    .prepare<unknown[], { count: number; sum: number }>(
      `select count(*) as count, coalesce(sum(${value}), 0) as sum ${text}`,
    )
    .get(...values) as { count: number; sum: number }
}

/** The rows behind a figure, the newest first. */
export function listRows(
  db: TenantDb,
  actor: Actor,
  query: RowsQuery,
  after?: RowCursor,
): { rows: FigureRow[]; next: RowCursor | undefined } {
  const { id, at, value, kind, conversation } = getMetric(query.metric)
  const { text, values } = toCondition(db, query)
  // Seeking by time alone keeps to the index; what shares the moment is sorted out by the id.
  const seek = after ? ` and ${at} <= ? and (${at} < ? or ${id} < ?)` : ''
  const rows = sqliteOf(db)
    .prepare<unknown[], Omit<FigureRow, 'contact'>>(
      `select ${id} as id, ${at} as at, ${value} as value, ${conversation} as conversationId
       ${text}${seek} order by ${at} desc, ${id} desc limit ${ROWS_PER_PAGE + 1}`,
    )
    .all(...values, ...(after ? [after.at, after.at, after.id] : []))
  const shown = rows.slice(0, ROWS_PER_PAGE)
  const people = readPeople(db, actor, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      ...row,
      value: kind === 'none' ? null : row.value,
      ...toPlace(row, people),
    })),
    next: rows.length > ROWS_PER_PAGE && last ? { at: last.at, id: last.id } : undefined,
  }
}

/** A figure stays what it was; whose conversation it came from is for who reaches that now. */
function toPlace(
  { conversationId }: { conversationId: number | null },
  people: ReturnType<typeof readPeople>,
): Pick<FigureRow, 'conversationId' | 'contact'> {
  const contact = people.get(conversationId ?? 0)
  return contact ? { conversationId, contact } : { conversationId: null, contact: null }
}

function readPeople(db: TenantDb, actor: Actor, rows: { conversationId: number | null }[]) {
  const ids = [...new Set(rows.flatMap(({ conversationId }) => conversationId ?? []))]
  const found = db
    .select({ id: conversations.id, name: contacts.name, phone: contacts.phone })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(and(inArray(conversations.id, ids), reachable(db, actor)))
    .all()
  return new Map(found.map(({ id, name, phone }) => [id, { name, phone }]))
}

function toCondition(db: TenantDb, { metric, period, of }: RowsQuery) {
  const { timeZone } = getCompany(db)
  const { from, where, at, dimensions } = getMetric(metric)
  const start = spanOfDay(period.from, timeZone).from
  const end = spanOfDay(period.to, timeZone).to
  const conditions = [`${at} >= ? and ${at} < ?`, where]
  const values: unknown[] = [start, end]
  for (const [dimension, expression] of Object.entries(dimensions)) {
    const key = of[dimension]
    if (key === undefined) continue
    conditions.push(`${expression} = ?`)
    values.push(key)
  }
  if (of['hour'] !== undefined || of['weekday'] !== undefined) {
    conditions.push(`${at} / ${QUARTER_MS} in (select value from json_each(?))`)
    values.push(JSON.stringify(listQuarters(period, of, timeZone)))
  }
  return { text: `from ${from} where ${conditions.join(' and ')}`, values }
}

/** The quarters of an hour that a cell of the heat map stands for. */
function listQuarters(period: Period, of: Record<string, string>, timeZone: string): number[] {
  const { hour, weekday } = of
  return listDays(period.from, period.to)
    .filter((day) => weekday === undefined || String(weekdayOf(day)) === weekday)
    .flatMap((day) => {
      const { from, to } = spanOfDay(day, timeZone)
      const count = (to - from) / QUARTER_MS
      return Array.from({ length: count }, (_, index) => from / QUARTER_MS + index)
    })
    .filter((quarter) => hour === undefined || toHourKey(quarter * QUARTER_MS, timeZone) === hour)
}
