import { DateTime } from 'luxon'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { PLATFORM_CURRENCY, PLATFORM_TIME_ZONE } from './standing.ts'

export const movementKinds = ['new', 'returned', 'expansion', 'contraction', 'churned'] as const
export type MovementKind = (typeof movementKinds)[number]

const PAGE_SIZE = 50

export type Moved = { amount: number; count: number }

/** One month's revenue: how it moved, and where it stood at the end. Amounts are minor units. */
export type RevenueMonth = {
  /** `2026-11` */
  month: string
  mrr: number
  /** companies that paid at the end */
  paying: number
  moved: Record<MovementKind, Moved>
}

type Row = { month: string; kind: MovementKind; delta: number; companies: number }

/** The last months of recurring revenue up to now, the oldest first. */
export function readRevenueMonths(
  platform: PlatformDb,
  { currency, now, months }: { currency: string; now: number; months: number },
): RevenueMonth[] {
  const rows = platformSqliteOf(platform)
    .prepare<[string], Row>(
      'select month, kind, delta, companies from revenue_months where currency = ? order by month',
    )
    .all(currency)
  const newest = DateTime.fromMillis(now, { zone: PLATFORM_TIME_ZONE }).startOf('month')
  const shown = Array.from({ length: months }, (_, index) =>
    newest.minus({ months: months - 1 - index }).toFormat('yyyy-MM'),
  )
  return shown.map((month) => {
    const until = rows.filter((row) => row.month <= month)
    return {
      month,
      mrr: until.reduce((sum, { delta }) => sum + delta, 0),
      paying: until.reduce((sum, row) => sum + payingBy(row), 0),
      moved: toMoved(rows.filter((row) => row.month === month)),
    }
  })
}

/** The currencies in which anybody has ever paid, the platform's own first. */
export function listRevenueCurrencies(platform: PlatformDb): string[] {
  const known = platformSqliteOf(platform)
    .prepare<[], string>('select distinct currency from revenue_months order by currency')
    .pluck()
    .all()
  return [PLATFORM_CURRENCY, ...known.filter((one) => one !== PLATFORM_CURRENCY)]
}

/** Somebody begins to pay with `new` and `returned`, stops with `churned`; the others pay on. */
function payingBy({ kind, companies }: Row): number {
  if (kind === 'new' || kind === 'returned') return companies
  return kind === 'churned' ? -companies : 0
}

function toMoved(rows: Row[]): RevenueMonth['moved'] {
  const of = (kind: MovementKind): Moved => {
    const row = rows.find((one) => one.kind === kind)
    return { amount: row?.delta ?? 0, count: row?.companies ?? 0 }
  }
  return {
    ...{ new: of('new'), returned: of('returned'), expansion: of('expansion') },
    ...{ contraction: of('contraction'), churned: of('churned') },
  }
}

export type Movement = {
  id: number
  tenantId: string
  companyName: string
  at: number
  kind: MovementKind
  delta: number
  currency: string
}

/** The movements of a month, newest first, 50 a page. @param before id of the last row shown */
export function listMovements(
  platform: PlatformDb,
  filter: { currency: string; month: string; kind?: MovementKind; before?: number },
): { rows: Movement[]; hasNext: boolean; sum: Moved } {
  const { currency, month, kind = null, before = Number.MAX_SAFE_INTEGER } = filter
  const start = DateTime.fromISO(`${month}-01`, { zone: PLATFORM_TIME_ZONE })
  const [from, to] = [start.toMillis(), start.plus({ months: 1 }).toMillis()]
  const sqlite = platformSqliteOf(platform)
  const where = `m.currency = @currency and m.at >= @from and m.at < @to
    and (@kind is null or m.kind = @kind)`
  const found = sqlite
    .prepare<[Record<string, unknown>], Movement>(
      `select m.id, m.tenant_id as tenantId, t.name as companyName, m.at, m.kind, m.delta,
         m.currency
       from mrr_movements m join tenants t on t.id = m.tenant_id
       where ${where} and m.id < @before order by m.id desc limit ${PAGE_SIZE + 1}`,
    )
    .all({ currency, from, to, kind, before })
  const sum = sqlite
    .prepare<[Record<string, unknown>], Moved>(
      `select coalesce(sum(delta), 0) as amount, count(*) as count from mrr_movements m where ${where}`,
    )
    .get({ currency, from, to, kind })!
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE, sum }
}
