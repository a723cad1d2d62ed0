import { measure } from '#app/domain/usage/measure.server.ts'
import type { Limits, Measure } from '#app/domain/usage/measures.ts'
import { allowanceOf } from '#app/platform/billing/usage.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

/** How many more of something a company may make; Infinity without limit. */
export function roomFor(
  { platform }: Pick<Runtime, 'platform'>,
  db: TenantDb,
  what: Measure,
): number {
  return roomIn(db, what, allowanceOf(platform, tenantIdOf(db), Date.now()))
}

export function hasRoomFor(
  runtime: Pick<Runtime, 'platform'>,
  db: TenantDb,
  what: Measure,
): boolean {
  return roomFor(runtime, db, what) > 0
}

/** The same where the allowance is known; nothing is counted where nothing is limited. */
export function roomIn(
  db: TenantDb,
  what: Measure,
  { since, stops }: { since: number; stops: Limits },
): number {
  const limit = stops[what]
  return limit === null ? Infinity : Math.max(0, limit - measure(db, what, since))
}
