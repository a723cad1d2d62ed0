import { recordPlatformAudit } from '../audit/record.server.ts'
import { cancelSubscription, resumeSubscription } from '../billing/change-plan.server.ts'
import { findSubscription } from '../billing/subscriptions.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { readSettings } from '../settings/read.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { openAsBilled, wakeTenant } from './suspend.server.ts'

const DAY_MS = 24 * 3_600_000

type Ask = { tenantId: string; at: number }

/**
 * Marks a company for deletion: its pages close, a copy to take along is written, and when the
 * days are over everything of it is erased. A paid subscription ends with its period.
 *
 * @returns undefined when there is no such company, or it is leaving already
 */
export function askDeletion(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, at }: Ask,
): { deletesAt: number } | undefined {
  const deletesAt = at + readSettings(platform).deletionGraceDays * DAY_MS
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update tenants set deletes_at = @deletesAt, deletion_asked_at = @at, status = 'suspended',
           suspended_reason = case when suspended_by = 'staff' then suspended_reason end,
           suspended_by = 'staff', exported_at = null, export_bytes = null, updated_at = @at
         where id = @tenantId and status <> 'deleted' and deletes_at is null`,
      )
      .run({ tenantId, deletesAt, at })
    if (changes === 0) return undefined
    if (findSubscription(platform, tenantId)?.status === 'active')
      cancelSubscription(platform, { tenantId, by: toAuditActor(actor), at })
    note(platform, actor, 'tenant.deletion_asked', tenantId, { deletesAt })
    const key = `${tenantId}:${deletesAt}`
    enqueuePlatformJob(platform, 'tenant.export', { tenantId }, { key })
    enqueuePlatformJob(platform, 'tenant.erase', { tenantId, deletesAt }, { key, runAt: deletesAt })
    return { deletesAt }
  })
}

/** Takes a deletion back: the company is again what its subscription says. */
export function restoreTenant(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, at }: Ask,
): boolean {
  const isRestored = inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update tenants set deletes_at = null, deletion_asked_at = null, exported_at = null,
           export_bytes = null where id = ? and deletes_at is not null and status <> 'deleted'`,
      )
      .run(tenantId)
    if (changes === 0) return false
    const subscription = findSubscription(platform, tenantId)
    if (subscription?.cancelsAtPeriodEnd && subscription.status !== 'cancelled')
      resumeSubscription(platform, { tenantId, by: toAuditActor(actor), at })
    if (!hasReason(platform, tenantId)) openAsBilled(platform, tenantId, at)
    note(platform, actor, 'tenant.restored', tenantId)
    return true
  })
  if (isRestored) wakeTenant(platform, tenantId)
  return isRestored
}

/** Whether somebody had suspended it before it was to be deleted: then it stays so. */
function hasReason(platform: PlatformDb, tenantId: string): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare('select 1 from tenants where id = ? and suspended_reason is not null')
      .get(tenantId),
  )
}

/** Whether a company is to be erased now: it was not restored, and not asked for anew since. */
export function isErasureDue(
  platform: PlatformDb,
  { tenantId, deletesAt, now }: { tenantId: string; deletesAt: number; now: number },
): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare(
        `select 1 from tenants where id = ? and deletes_at = ? and deletes_at <= ?
           and status <> 'deleted'`,
      )
      .get(tenantId, deletesAt, now),
  )
}

/** Notes that the copy of a leaving company is written. */
export function noteExport(
  platform: PlatformDb,
  tenantId: string,
  { at, bytes }: { at: number; bytes: number },
): void {
  platformSqliteOf(platform)
    .prepare(
      `update tenants set exported_at = ?, export_bytes = ?
       where id = ? and deletes_at is not null`,
    )
    .run(at, bytes, tenantId)
}

const toAuditActor = ({ id, name }: PlatformActor) => ({ kind: 'user', id, name }) as const

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  tenantId: string,
  details?: Record<string, unknown>,
): void {
  recordPlatformAudit(platform, toAuditActor(actor), { action, tenantId, details })
}
