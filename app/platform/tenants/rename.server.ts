import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** A company calls itself something else: the platform's list follows. */
export function renameTenant(platform: PlatformDb, tenantId: string, name: string): void {
  inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('update tenants set name = ?, updated_at = ? where id = ? and name <> ?')
      .run(name, Date.now(), tenantId, name)
    if (changes === 0) return
    const actor = { kind: 'system', id: null, name: '' } as const
    recordPlatformAudit(platform, actor, {
      action: 'tenant.renamed',
      tenantId,
      details: { to: name },
    })
  })
}
