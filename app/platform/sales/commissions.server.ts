import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import { sqliteTable, integer, text } from 'drizzle-orm/sqlite-core'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { reachableCommissions } from './reach.server.ts'
import { clients, commissions } from './schema.server.ts'

export const COMMISSIONS_PAGE_ROWS = 30
const EXPORT_ROWS_MAX = 50_000

const invoices = sqliteTable('invoices', { id: integer('id'), number: text('number') })

export const commissionStates = ['pending', 'approved', 'paid'] as const
export type CommissionState = (typeof commissionStates)[number]

export type CommissionFilter = {
  state?: CommissionState
  repId?: number
  tenantId?: string
  /** UTC ms */
  from?: number
  to?: number
}

const columns = {
  id: commissions.id,
  at: commissions.at,
  repName: platformUsers.name,
  tenantId: commissions.tenantId,
  clientName: clients.name,
  invoiceNumber: invoices.number,
  kind: commissions.kind,
  base: commissions.base,
  percentBp: commissions.percentBp,
  amount: commissions.amount,
  currency: commissions.currency,
  state: commissions.state,
  paidReference: commissions.paidReference,
}

/** Commissions within reach, newest first. */
export function listCommissions(
  platform: PlatformDb,
  user: PlatformActor,
  query: CommissionFilter & { after?: { at: number; id: number } } = {},
) {
  const { after } = query
  const further =
    after &&
    or(
      lt(commissions.at, after.at),
      and(eq(commissions.at, after.at), lt(commissions.id, after.id)),
    )
  const found = select(platform, user, query, further)
    .limit(COMMISSIONS_PAGE_ROWS + 1)
    .all()
  const rows = found.slice(0, COMMISSIONS_PAGE_ROWS)
  const last = rows.at(-1)
  const next = found.length > rows.length && last ? { at: last.at, id: last.id } : undefined
  return { rows, next }
}

export function exportCommissions(
  platform: PlatformDb,
  user: PlatformActor,
  filter: CommissionFilter,
) {
  return select(platform, user, filter).limit(EXPORT_ROWS_MAX).all()
}

/** What there is in each state, minor units of the platform's currency. */
export function sumCommissions(
  platform: PlatformDb,
  user: PlatformActor,
  filter: CommissionFilter = {},
): Record<CommissionState, number> {
  const rows = platform
    .select({ state: commissions.state, amount: sql<number>`sum(${commissions.amount})` })
    .from(commissions)
    .where(and(reachableCommissions(user), conditionOf(filter)))
    .groupBy(commissions.state)
    .all()
  const of = (state: CommissionState) => rows.find((row) => row.state === state)?.amount ?? 0
  return { pending: of('pending'), approved: of('approved'), paid: of('paid') }
}

/** What is to be decided: each rep's pending and approved sums, and up to which row. */
export function listOwed(platform: PlatformDb, user: PlatformActor) {
  return platform
    .select({
      repId: commissions.repId,
      repName: platformUsers.name,
      state: commissions.state,
      amount: sql<number>`sum(${commissions.amount})`,
      currency: commissions.currency,
      upTo: sql<number>`max(${commissions.id})`,
    })
    .from(commissions)
    .innerJoin(platformUsers, eq(platformUsers.id, commissions.repId))
    .where(and(reachableCommissions(user), sql`${commissions.state} <> 'paid'`))
    .groupBy(commissions.repId, commissions.state, commissions.currency)
    .orderBy(platformUsers.name, desc(commissions.state))
    .all()
}

function select(
  platform: PlatformDb,
  user: PlatformActor,
  filter: CommissionFilter,
  further?: ReturnType<typeof or>,
) {
  return platform
    .select(columns)
    .from(commissions)
    .innerJoin(clients, eq(clients.id, commissions.tenantId))
    .innerJoin(invoices, eq(invoices.id, commissions.invoiceId))
    .innerJoin(platformUsers, eq(platformUsers.id, commissions.repId))
    .where(and(reachableCommissions(user), conditionOf(filter), further))
    .orderBy(desc(commissions.at), desc(commissions.id))
}

function conditionOf({ state, repId, tenantId, from, to }: CommissionFilter) {
  return and(
    state && eq(commissions.state, state),
    repId === undefined ? undefined : eq(commissions.repId, repId),
    tenantId === undefined ? undefined : eq(commissions.tenantId, tenantId),
    from === undefined ? undefined : gte(commissions.at, from),
    to === undefined ? undefined : lt(commissions.at, to),
  )
}
