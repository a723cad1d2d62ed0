import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type EndpointChange = 'added' | 'changed' | 'enabled' | 'disabled' | 'removed' | 'tested'

/** Keeps who did what to a channel. Settings stay out: most of them are secrets. */
export function noteEndpointChange(
  db: TenantDb,
  member: { id: number; name: string },
  change: EndpointChange,
  endpoint: { id: number; channel?: string; name?: string },
): void {
  const { id, ...details } = endpoint
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, {
    ...{ action: `endpoint.${change}`, subjectKind: 'endpoint', subjectId: id, details },
  })
}
