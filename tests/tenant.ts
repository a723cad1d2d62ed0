import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTenantFile, makeTenantId } from '#app/tenancy/create.server.ts'
import { makeDataKey } from '#app/tenancy/data-keys.server.ts'
import { createTenancy } from '#app/tenancy/open.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type TestTenant = { db: TenantDb; tenantId: string; path: string; close: () => void }

/** A fresh company file of its own, made the way the product makes one. Close it after use. */
export function createTestTenant(options: { industry?: string; name?: string } = {}): TestTenant {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-tenant-'))
  const tenantId = makeTenantId()
  const dbDir = join(folder, 'db')
  createTenantFile({ dbDir, tenantId, templateDir: 'tenants-template' }, (sqlite) => {
    const now = Date.now()
    sqlite
      .prepare(
        `insert into company (id, name, industry, owner_verified_at, created_at, updated_at)
         values (1, ?, ?, ?, ?, ?)`,
      )
      .run(options.name ?? 'Test Company', options.industry ?? 'hotel', now, now, now)
  })
  const tenancy = createTenancy({
    dbDir,
    uploadsDir: join(folder, 'uploads'),
    migrationsDir: 'migrations/tenant',
  })
  const db = tenancy.acquire({ id: tenantId, dataKey: makeDataKey() })
  return {
    db,
    tenantId,
    path: tenancy.pathOf(tenantId),
    close: () => {
      tenancy.closeAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
