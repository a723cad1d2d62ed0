import * as sqliteVec from 'sqlite-vec'
import { openSqlite } from './sqlite.server.ts'
import type { Sqlite } from './sqlite.server.ts'

/**
 * A read-only connection with vector functions, for worker threads that search beside the
 * server's own handle. The caller closes it.
 *
 * @throws when the file is missing or belongs to another company
 */
export function openTenantReader(path: string, tenantId: string): Sqlite {
  const sqlite = openSqlite(path, { readonly: true })
  const owner = sqlite
    .prepare<[], string>("select value from tenant_meta where key = 'tenant_id'")
    .pluck()
    .get()
  if (owner !== tenantId) {
    sqlite.close()
    throw new Error(`wrong_owner: ${tenantId}`)
  }
  sqliteVec.load(sqlite)
  return sqlite
}
