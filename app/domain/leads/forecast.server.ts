import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { reachableLeads } from './reach.server.ts'
import { leads, leadStages } from './schema.server.ts'

export type ForecastRow = {
  /** yyyy-mm; null for leads nobody has dated */
  month: string | null
  currency: string
  count: number
  minor: number
  /** each lead's value times its probability */
  weightedMinor: number
}

/** What the open pipeline may bring, by the month it is expected in, within reach. */
export function getForecast(db: TenantDb, actor: Actor): ForecastRow[] {
  const month = sql<string | null>`substr(${leads.expectedOn}, 1, 7)`
  const probability = sql`coalesce(${leads.probability}, ${leadStages.probability})`
  return db
    .select({
      month,
      currency: leads.currency,
      count: sql<number>`count(*)`,
      minor: sql<number>`coalesce(sum(${leads.valueMinor}), 0)`,
      weightedMinor: sql<number>`cast(round(coalesce(sum(${leads.valueMinor} * ${probability} / 100.0), 0)) as integer)`,
    })
    .from(leads)
    .innerJoin(leadStages, eq(leadStages.id, leads.stageId))
    .where(and(isNull(leads.closedAt), reachableLeads(db, actor)))
    .groupBy(month, leads.currency)
    .orderBy(sql`${month} is null`, month, leads.currency)
    .all()
}
