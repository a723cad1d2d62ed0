import { rmSync } from 'node:fs'
import { uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import type { Tenancy } from '#app/tenancy/open.server.ts'
import { removeDatabase } from '#app/tenancy/create.server.ts'
import { findSubscription, move } from '../billing/subscriptions.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** A running server looks at the mark before every request and lets go of idle handles. */
const RELEASE_WAIT_MS = 1_500
const JUST_MS = 10_000

/**
 * Removes a company for good. The order matters: marked first, so that no host, webhook or
 * job reaches it any more; its key erased, which makes every copy of its secrets worthless;
 * then the files.
 */
export async function deleteTenant(
  platform: PlatformDb,
  tenancy: Tenancy,
  tenantId: string,
): Promise<void> {
  const uploads = await tenancy.withTenant({ id: tenantId, dataKey: undefined }, uploadsFolderOf)
  markDeleted(platform, tenantId)
  await new Promise((resolve) => setTimeout(resolve, RELEASE_WAIT_MS))
  tenancy.forget(tenantId)
  removeDatabase(tenancy.pathOf(tenantId))
  rmSync(uploads, { recursive: true, force: true })
}

/** Companies deleted in the last seconds, so that open handles on them can be closed. */
export function listJustDeleted(platform: PlatformDb, now: number): string[] {
  return platformSqliteOf(platform)
    .prepare<[number], string>(`select id from tenants where status = 'deleted' and deleted_at > ?`)
    .pluck()
    .all(now - JUST_MS)
}

/** What the platform forgets of a company, and that it is gone; its files are the caller's. */
export function markDeleted(platform: PlatformDb, tenantId: string): void {
  const sqlite = platformSqliteOf(platform)
  const now = Date.now()
  inPlatformTransaction(platform, () => {
    const subscription = findSubscription(platform, tenantId)
    if (subscription) move(platform, subscription, 'cancelled', now)
    sqlite
      .prepare(
        `update tenants set status = 'deleted', deleted_at = ?, updated_at = ?, next_job_at = null,
           deletes_at = null, suspended_by = null, suspended_reason = null
         where id = ?`,
      )
      .run(now, now, tenantId)
    sqlite.prepare('delete from endpoint_directory where tenant_id = ?').run(tenantId)
    sqlite.prepare('delete from tenant_domains where tenant_id = ?').run(tenantId)
    sqlite.prepare('delete from company_notes where tenant_id = ?').run(tenantId)
    sqlite.prepare('delete from onboarding_sessions where tenant_id = ?').run(tenantId)
    sqlite.prepare('delete from tenant_supporters where tenant_id = ?').run(tenantId)
    sqlite
      .prepare(`update tenant_keys set wrapped_key = '', erased_at = ? where tenant_id = ?`)
      .run(now, tenantId)
  })
}
