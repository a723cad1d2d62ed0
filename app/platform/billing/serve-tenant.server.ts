import { signalTenant } from '#app/tenancy/signals.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { hintJobs } from '../tenants/job-hints.server.ts'

/**
 * Closes a company's pages because of its subscription, or opens them again. What a person
 * suspended stays suspended: paying does not lift it.
 */
export function serveTenant(
  platform: PlatformDb,
  tenantId: string,
  { isServed, reason, at }: { isServed: boolean; reason: string; at: number },
): void {
  const sqlite = platformSqliteOf(platform)
  if (!isServed) {
    sqlite
      .prepare(
        `update tenants set status = 'suspended', suspended_by = 'billing', suspended_reason = ?,
           updated_at = ? where id = ? and status = 'active'`,
      )
      .run(reason, at, tenantId)
    return
  }
  const { changes } = sqlite
    .prepare(
      `update tenants set status = 'active', suspended_by = null, suspended_reason = null,
         updated_at = ? where id = ? and status = 'suspended' and suspended_by = 'billing'`,
    )
    .run(at, tenantId)
  if (changes === 0) return
  hintJobs(platform, tenantId, at)
  signalTenant(tenantId, 'jobs')
}
