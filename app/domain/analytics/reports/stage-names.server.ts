import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The name of a stage by the key of figures; the key itself when there is none. */
export function findStageName(db: TenantDb, key: string): string {
  const name = sqliteOf(db)
    .prepare<[string], string>('select name from lead_stages where id = ?')
    .pluck()
    .get(key)
  return name ?? key
}
