import { signalTenant } from '#app/tenancy/signals.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { hintJobs } from './job-hints.server.ts'

export const SUSPENSION_REASON_LENGTH_MAX = 300

/** Pauses a company: pages are closed, webhooks are still stored, jobs wait. */
export function suspendTenant(
  platform: PlatformDb,
  actor: PlatformActor,
  tenantId: string,
  reason: string,
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update tenants set status = 'suspended', suspended_by = 'staff', suspended_reason = ?,
           updated_at = ?
         where id = ? and (status = 'active' or suspended_by = 'billing')`,
      )
      .run(reason.slice(0, SUSPENSION_REASON_LENGTH_MAX), Date.now(), tenantId)
    if (changes > 0) note(platform, actor, 'tenant.suspended', tenantId, { reason })
    return changes > 0
  })
}

/** Opens a company again; what arrived meanwhile is worked off at once. */
export function reactivateTenant(
  platform: PlatformDb,
  actor: PlatformActor,
  tenantId: string,
): boolean {
  const isChanged = inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update tenants set status = 'active', suspended_by = null, suspended_reason = null,
           updated_at = ?
         where id = ? and status = 'suspended'`,
      )
      .run(Date.now(), tenantId)
    if (changes > 0) note(platform, actor, 'tenant.reactivated', tenantId)
    return changes > 0
  })
  if (!isChanged) return false
  hintJobs(platform, tenantId, Date.now())
  signalTenant(tenantId, 'jobs')
  return true
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  tenantId: string,
  details?: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, tenantId, details })
}
