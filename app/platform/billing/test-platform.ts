import { openPlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** A platform file in memory with one company in it. */
export function createTestPlatform(tenantId = 'company-1'): PlatformDb {
  const platform = openPlatform({ path: ':memory:', migrationsDir: 'migrations/platform' })
  addTestTenant(platform, tenantId)
  return platform
}

export function addTestTenant(platform: PlatformDb, tenantId: string): void {
  platformSqliteOf(platform)
    .prepare(
      `insert into tenants (id, slug, name, industry, created_at, updated_at)
       values (?, ?, ?, 'hotel', 0, 0)`,
    )
    .run(tenantId, tenantId, tenantId)
}
