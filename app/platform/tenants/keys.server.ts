import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** A company's data key as the platform keeps it: useless without ENCRYPTION_KEY. */
export type WrappedKey = { id: string; slug: string; wrappedKey: string; wrappedBy: string }

export function findWrappedKey(platform: PlatformDb, tenantId: string): WrappedKey | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], WrappedKey>(
      `select k.key_id as id, t.slug, k.wrapped_key as wrappedKey, k.wrapped_by as wrappedBy
       from tenant_keys k join tenants t on t.id = k.tenant_id
       where k.tenant_id = ? and k.erased_at is null`,
    )
    .get(tenantId)
}

/** Puts a key back that a backup of the platform goes without; an erased one stays erased. */
export function putBackKey(
  platform: PlatformDb,
  tenantId: string,
  { id, wrappedKey }: Pick<WrappedKey, 'id' | 'wrappedKey'>,
): boolean {
  const { changes } = platformSqliteOf(platform)
    .prepare(
      `update tenant_keys set wrapped_key = ?
       where tenant_id = ? and key_id = ? and erased_at is null and wrapped_key = ''`,
    )
    .run(wrappedKey, tenantId, id)
  return changes > 0
}
