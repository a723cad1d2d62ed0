import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replacePassages } from '#app/domain/knowledge/passages.server.ts'
import { createTenantFile, makeTenantId } from '#app/tenancy/create.server.ts'
import { makeDataKey } from '#app/tenancy/data-keys.server.ts'
import { createTenancy } from '#app/tenancy/open.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type ScratchTenant = { db: TenantDb; close: () => void }

/** A company file of its own in the system's temporary folder, gone when closed. */
export function createScratchTenant(): ScratchTenant {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-retrieval-'))
  const tenantId = makeTenantId()
  const dbDir = join(folder, 'db')
  createTenantFile({ dbDir, tenantId, templateDir: 'tenants-template' }, () => undefined)
  const tenancy = createTenancy({
    ...{ dbDir, uploadsDir: join(folder, 'uploads') },
    migrationsDir: 'migrations/tenant',
  })
  return {
    db: tenancy.acquire({ id: tenantId, dataKey: makeDataKey() }),
    close: () => {
      tenancy.closeAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stores each text as one passage; its source id is its place in the list, from 1. */
export function addPassages(db: TenantDb, texts: { title: string; text: string }[]): void {
  inTransaction(db, () => {
    texts.forEach((text, index) => replacePassages(db, { kind: 'document', id: index + 1 }, [text]))
  })
}
