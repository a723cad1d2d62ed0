import { recordAudit } from '#app/domain/audit/record.server.ts'
import { createApiKey, revokeApiKey } from '#app/domain/members/api-keys.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Saver } from './settings.server.ts'

/** Makes a key and notes who did. @returns the key, which is never shown again */
export function issueApiKey(db: TenantDb, saver: Saver, name: string): string {
  return inTransaction(db, () => {
    const { id, key } = createApiKey(db, name)
    note(db, saver, { action: 'api_key.created', subjectId: id, details: { name } })
    return key
  })
}

/** Ends a key at once. @returns false when there is none, or it has ended before */
export function withdrawApiKey(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const isRevoked = revokeApiKey(db, id)
    if (isRevoked) note(db, saver, { action: 'api_key.revoked', subjectId: id })
    return isRevoked
  })
}

function note(
  db: TenantDb,
  saver: Saver,
  entry: { action: string; subjectId: number; details?: Record<string, unknown> },
): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { ...entry, subjectKind: 'api_key' })
}
