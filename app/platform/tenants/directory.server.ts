import { unwrapDataKey } from '#app/tenancy/data-keys.server.ts'
import type { DataKey } from '#app/tenancy/tenant-db.server.ts'
import type { TenantRecord } from '#app/tenancy/open.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

export type TenantStatus = 'active' | 'suspended' | 'deleted'

/** A company as the platform knows it, with the key that opens its secrets. */
export type DirectoryEntry = TenantRecord & {
  slug: string
  name: string
  industry: string
  status: TenantStatus
  suspendedReason: string | null
  /** an unpaid company can still come in to pay; what a person suspended stays closed */
  suspendedBy: 'staff' | 'billing' | null
  /** until when it is a prospect's demo; null for companies */
  demoExpiresAt: number | null
}

type Row = Omit<DirectoryEntry, 'dataKey'> & { keyId: string | null; wrappedKey: string | null }

const COLUMNS = `t.id, t.slug, t.name, t.industry, t.status, t.suspended_reason as suspendedReason,
  t.suspended_by as suspendedBy, t.demo_expires_at as demoExpiresAt,
  k.key_id as keyId, k.wrapped_key as wrappedKey`
const FROM = `from tenants t left join tenant_keys k on k.tenant_id = t.id and k.erased_at is null`

export type Directory = ReturnType<typeof createDirectory>

/**
 * Finds companies by the ways in that ARCHITECTURE.md names. Rows are read from the file at
 * every call, so a command in another process is seen at once; unwrapped keys are remembered.
 *
 * @param platformKey ENCRYPTION_KEY, 32 bytes
 */
export function createDirectory(platform: PlatformDb, platformKey: Buffer) {
  const sqlite = platformSqliteOf(platform)
  const keys = new Map<string, DataKey>()
  const bySlug = sqlite.prepare<[string], Row>(`select ${COLUMNS} ${FROM} where t.slug = ?`)
  const byId = sqlite.prepare<[string], Row>(`select ${COLUMNS} ${FROM} where t.id = ?`)
  const byHost = sqlite.prepare<[string], Row>(
    `select ${COLUMNS} ${FROM} join tenant_domains d on d.tenant_id = t.id
     where d.host = ? and d.verified_at is not null`,
  )
  const all = sqlite.prepare<[string], Row>(
    `select ${COLUMNS} ${FROM} where t.status <> 'deleted' and t.id > ? order by t.id limit 500`,
  )

  function toEntry(row: Row | undefined): DirectoryEntry | undefined {
    if (!row || row.status === 'deleted') return undefined
    const { keyId, wrappedKey, ...entry } = row
    return {
      ...entry,
      dataKey: keyId && wrappedKey ? keyFor(row.id, keyId, wrappedKey) : undefined,
    }
  }

  function keyFor(tenantId: string, id: string, wrappedKey: string): DataKey {
    const known = keys.get(id)
    if (known) return known
    const key = unwrapDataKey({ id, wrappedKey }, platformKey, tenantId)
    keys.set(id, key)
    return key
  }

  function* everyTenant(): Generator<DirectoryEntry> {
    for (let after = ''; ;) {
      const rows = all.all(after)
      for (const row of rows) yield toEntry(row) as DirectoryEntry
      const last = rows.at(-1)
      if (!last) return
      after = last.id
    }
  }

  return {
    findBySlug: (slug: string) => toEntry(bySlug.get(slug)),
    findById: (id: string) => toEntry(byId.get(id)),
    findByHost: (host: string) => toEntry(byHost.get(host)),
    everyTenant,
  }
}
