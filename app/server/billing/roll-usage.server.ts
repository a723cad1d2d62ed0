import { measureAll } from '#app/domain/usage/measure.server.ts'
import { fillOf, measures } from '#app/domain/usage/measures.ts'
import { noticeLater } from '#app/platform/billing/notices.server.ts'
import { allowanceOf, noteUsage } from '#app/platform/billing/usage.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

/**
 * Job usage.roll: counts in the company's own file and notes it where the platform's pages read
 * it. Its owners hear once a period of each limit that is almost or wholly used up.
 */
export function rollUsage({ platform }: Pick<Runtime, 'platform'>, db: TenantDb): void {
  const at = Date.now()
  const tenantId = tenantIdOf(db)
  const { since, stops: limits } = allowanceOf(platform, tenantId, at)
  const used = measureAll(db, since)
  noteUsage(platform, tenantId, { since, used, at })
  for (const about of measures) {
    const fill = fillOf(used[about], limits[about])
    if (fill === 'plain') continue
    const occasion = `${since}:${about}`
    noticeLater(platform, tenantId, { kind: `usage_${fill}`, at, occasion, about })
  }
}
