import type { PlatformDb } from '../db.server.ts'
import { readRequestSeries, readState, sumRequests } from '../health/read.server.ts'
import { startOf } from '../health/ranges.ts'
import { countOpenAlerts } from './list.server.ts'

/** The installation itself in a few figures, all rolled up before. */
export function readHealthSummary(platform: PlatformDb, now: number) {
  return {
    day: sumRequests(platform, { since: startOf('day', now), table: 'health_routes' }),
    week: readRequestSeries(platform, { range: 'days', now }),
    state: readState(platform),
    alerts: countOpenAlerts(platform),
  }
}
