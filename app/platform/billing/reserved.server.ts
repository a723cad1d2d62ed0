import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/**
 * Credit of a company that is on its way back to it: approved, but the vendor has not said yet
 * that the money has left. No invoice may use it meanwhile. Minor units.
 *
 * @param except a refund that is itself about to be booked
 */
export function reservedOf(
  platform: PlatformDb,
  tenantId: string,
  { currency, except = 0 }: { currency: string; except?: number },
): number {
  return platformSqliteOf(platform)
    .prepare<[string, string, number], number>(
      `select coalesce(sum(amount), 0) from payments
       where tenant_id = ? and currency = ? and id <> ? and direction = 'out'
         and status in ('asked', 'pending', 'unknown', 'review')`,
    )
    .pluck()
    .get(tenantId, currency, except)!
}
