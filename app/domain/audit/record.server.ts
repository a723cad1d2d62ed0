import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { auditLog } from './schema.server.ts'

export type AuditActor = {
  kind: 'member' | 'platform' | 'api' | 'system'
  id: number | null
  name: string
}

/** Appends to the company's audit log, in the caller's transaction. Details hold no secrets. */
export function recordAudit(
  db: TenantDb,
  actor: AuditActor,
  entry: {
    action: string
    subjectKind?: string
    subjectId?: string | number
    details?: Record<string, unknown>
  },
): void {
  db.insert(auditLog)
    .values({
      ...{ at: Date.now(), actorKind: actor.kind, actorId: actor.id, actorName: actor.name },
      ...{ action: entry.action, subjectKind: entry.subjectKind ?? null },
      subjectId: entry.subjectId === undefined ? null : String(entry.subjectId),
      detailsJson: JSON.stringify(entry.details ?? {}),
    })
    .run()
}
