import { signalTenant } from '#app/tenancy/signals.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { isServed } from '../billing/subscription-status.ts'
import { findSubscription } from '../billing/subscriptions.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { hintJobs } from './job-hints.server.ts'

export const SUSPENSION_REASON_LENGTH_MAX = 300

/** Pauses a company: pages are closed, webhooks are still stored, jobs wait. It is told why. */
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

/**
 * Takes back what a person suspended; what arrived meanwhile is worked off at once. A company
 * whose subscription is not paid stays closed for that reason: paying opens it.
 */
export function reactivateTenant(
  platform: PlatformDb,
  actor: PlatformActor,
  tenantId: string,
): boolean {
  const isChanged = inPlatformTransaction(platform, () => {
    const isStopped = platformSqliteOf(platform)
      .prepare(
        `select 1 from tenants where id = ? and status = 'suspended'
           and suspended_by is not 'billing' and deletes_at is null`,
      )
      .get(tenantId)
    if (!isStopped) return false
    openAsBilled(platform, tenantId, Date.now())
    note(platform, actor, 'tenant.reactivated', tenantId)
    return true
  })
  if (isChanged) wakeTenant(platform, tenantId)
  return isChanged
}

/** Leaves a company as its subscription says, when no person keeps it closed any more. */
export function openAsBilled(platform: PlatformDb, tenantId: string, at: number): void {
  const subscription = findSubscription(platform, tenantId)
  const isOpen = !subscription || isServed(subscription.status)
  platformSqliteOf(platform)
    .prepare(
      `update tenants set status = @status, suspended_by = @by, suspended_reason = @reason,
         updated_at = @at where id = @tenantId`,
    )
    .run({
      ...{ tenantId, at, status: isOpen ? 'active' : 'suspended' },
      by: isOpen ? null : 'billing',
      reason: isOpen ? null : subscription.status,
    })
}

/** What waited while the company was closed is done now. */
export function wakeTenant(platform: PlatformDb, tenantId: string): void {
  hintJobs(platform, tenantId, Date.now())
  signalTenant(tenantId, 'jobs')
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
