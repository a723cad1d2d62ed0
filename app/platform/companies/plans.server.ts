import type { Limits } from '../billing/plans.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** Every plan there is or was, smallest first, for filters and for naming a company's plan. */
export function listPlanNames(platform: PlatformDb): { id: string; name: string }[] {
  return platformSqliteOf(platform)
    .prepare<[], { id: string; name: string }>('select id, name from plans order by position, id')
    .all()
}

/** What a plan allows; undefined for a company without one. */
export function findPlanLimits(platform: PlatformDb, planId: string): Limits | undefined {
  const json = platformSqliteOf(platform)
    .prepare<[string], string>('select limits_json from plans where id = ?')
    .pluck()
    .get(planId)
  return json === undefined ? undefined : (JSON.parse(json) as Limits)
}
