import { listPlans } from '#app/platform/billing/plans.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import type { Runtime } from '../runtime.server.ts'

/** Where a new company is until it says otherwise: the defaults of its own file. */
const DEFAULTS = { currency: 'KES', timeZone: 'Africa/Nairobi' }

/** The free days of a company that has just been made, on the smallest plan unless one is named. */
export function beginTrial(
  { platform }: Pick<Runtime, 'platform'>,
  tenantId: string,
  planId = listPlans(platform, DEFAULTS.currency)[0]?.id,
): boolean {
  if (!planId) return false
  return startTrial(platform, { ...DEFAULTS, tenantId, planId, at: Date.now() }).ok
}
