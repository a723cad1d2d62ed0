import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import { hintJobs } from '#app/platform/tenants/job-hints.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { nextJobAt } from '#app/jobs/queue.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { Refusal } from './command.ts'

/** The company of a slug. @throws Refusal `unknown_tenant` */
export function getTenant(runtime: Runtime, slug: string): DirectoryEntry {
  const entry = runtime.directory.findBySlug(slug)
  if (!entry) throw new Refusal('unknown_tenant', `There is no company called ${slug}`)
  return entry
}

/** Works inside a company's file; a running server is told when that left jobs behind. */
export async function inTenant<T>(
  runtime: Runtime,
  slug: string,
  work: (db: TenantDb, entry: DirectoryEntry) => T | Promise<T>,
): Promise<T> {
  const entry = getTenant(runtime, slug)
  return runtime.tenancy.withTenant(entry, async (db) => {
    const result = await work(db, entry)
    const next = nextJobAt(sqliteOf(db))
    if (next !== undefined) hintJobs(runtime.platform, entry.id, next)
    return result
  })
}

/** Address of a company's portal under this configuration. */
export function portalUrl(runtime: Runtime, slug: string): string {
  return hostUrl(runtime, `${slug}.${runtime.env.ROOT_DOMAIN}`)
}

/** Local hosts are plain http on the server's port; anything else is behind https. */
export function hostUrl(runtime: Runtime, host: string): string {
  return isLocalHost(host) ? `http://${host}:${runtime.env.PORT}` : `https://${host}`
}
