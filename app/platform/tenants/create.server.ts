import { createTenantFile, makeTenantId, removeDatabase } from '#app/tenancy/create.server.ts'
import { makeDataKey, wrapDataKey } from '#app/tenancy/data-keys.server.ts'
import { checkSlug } from '#app/tenancy/host.ts'
import { tenantPath } from '#app/tenancy/open.server.ts'
import type { DataKey } from '#app/tenancy/tenant-db.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

export type NewTenant = {
  slug: string
  name: string
  industry: string
  /** sample data for a prospect, until then; it is no company of the business */
  demo?: { prospectId: number; expiresAt: number }
}

export type CreateTenantResult =
  | { ok: true; tenantId: string; dataKey: DataKey }
  | { ok: false; reason: 'invalid_slug' | 'reserved_slug' | 'slug_taken' }

/**
 * Makes a company: its file first, then the platform rows in one transaction. A file whose
 * rows could not be written is removed again, so there is never a row without a file.
 *
 * @param fill writes the company's settings and owner into the new file, in its transaction
 */
export function createTenant(
  platform: PlatformDb,
  place: { dbDir: string; templateDir: string; platformKey: Buffer },
  tenant: NewTenant,
  fill: (sqlite: Sqlite) => void,
): CreateTenantResult {
  const slug = checkSlug(tenant.slug)
  if (!slug.ok) return slug
  if (isSlugTaken(platform, tenant.slug)) return { ok: false, reason: 'slug_taken' }
  const tenantId = makeTenantId()
  const dataKey = makeDataKey()
  createTenantFile({ ...place, tenantId }, fill)
  try {
    insertTenant(platform, place.platformKey, { ...tenant, id: tenantId, dataKey })
  } catch (error) {
    removeDatabase(tenantPath(place.dbDir, tenantId))
    if (isUniqueViolation(error)) return { ok: false, reason: 'slug_taken' }
    throw error
  }
  return { ok: true, tenantId, dataKey }
}

/** Taken by any company, deleted ones included: an old address must not lead to somebody new. */
export function isSlugTaken(platform: PlatformDb, slug: string): boolean {
  return (
    platformSqliteOf(platform).prepare('select 1 from tenants where slug = ?').get(slug) !==
    undefined
  )
}

function insertTenant(
  platform: PlatformDb,
  platformKey: Buffer,
  tenant: NewTenant & { id: string; dataKey: DataKey },
): void {
  const now = Date.now()
  const sqlite = platformSqliteOf(platform)
  inPlatformTransaction(platform, () => {
    sqlite
      .prepare(
        `insert into tenants (id, slug, name, industry, demo_of, demo_expires_at, created_at,
           updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[tenant.id, tenant.slug, tenant.name, tenant.industry],
        ...[tenant.demo?.prospectId ?? null, tenant.demo?.expiresAt ?? null, now, now],
      )
    sqlite
      .prepare(
        `insert into tenant_keys (tenant_id, key_id, wrapped_key, wrapped_by, created_at)
         values (?, ?, ?, 'env', ?)`,
      )
      .run(tenant.id, tenant.dataKey.id, wrapDataKey(tenant.dataKey, platformKey, tenant.id), now)
  })
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE'
}
