import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { deleteTenant } from '#app/platform/tenants/delete.server.ts'
import { isErasureDue, noteExport } from '#app/platform/tenants/leave.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { eraseBackupsOf } from './backups.server.ts'
import type { Runtime } from './runtime.server.ts'

/** Where the copy of a leaving company lies until it is erased; outside of every database folder. */
export function exportPathOf(runtime: Pick<Runtime, 'paths'>, tenantId: string): string {
  return join(runtime.paths.root, 'exports', `${tenantId}.db`)
}

/** The copy of a leaving company, if it is written. */
export function findExport(
  runtime: Pick<Runtime, 'paths'>,
  tenantId: string,
): { path: string; bytes: number } | undefined {
  const path = exportPathOf(runtime, tenantId)
  return existsSync(path) ? { path, bytes: statSync(path).size } : undefined
}

/** What happens to companies that leave: their copy is written, and later all of them is erased. */
export function leavingJobs(
  runtime: Runtime,
): Pick<JobHandlers<PlatformDb>, 'tenant.export' | 'tenant.erase'> {
  return {
    'tenant.export': (platform, { tenantId }) => writeExport(runtime, platform, tenantId),
    'tenant.erase': async (platform, { tenantId, deletesAt }) => {
      if (!isErasureDue(platform, { tenantId, deletesAt, now: Date.now() })) return
      // First: when this fails the company is still there, and the job comes back to it.
      await eraseBackupsOf(runtime, tenantId)
      await deleteTenant(platform, runtime.tenancy, tenantId)
      rmSync(exportPathOf(runtime, tenantId), { force: true })
    },
  }
}

async function writeExport(
  runtime: Runtime,
  platform: PlatformDb,
  tenantId: string,
): Promise<undefined> {
  const entry = runtime.directory.findById(tenantId)
  if (!entry) return
  const path = exportPathOf(runtime, tenantId)
  mkdirSync(join(runtime.paths.root, 'exports'), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.part`
  rmSync(unfinished, { force: true })
  // Page by page between requests, so that a large company does not hold up the others.
  await runtime.tenancy.withTenant(entry, (db) => sqliteOf(db).backup(unfinished))
  renameSync(unfinished, path)
  noteExport(platform, tenantId, { at: Date.now(), bytes: statSync(path).size })
}
