import type { PlatformDb } from '../db.server.ts'
import { platformAuditLog } from '../schema.server.ts'

export type PlatformAuditActor = { kind: 'user' | 'system'; id: number | null; name: string }

/** Appends to the platform's audit log, in the caller's transaction. Details hold no secrets. */
export function recordPlatformAudit(
  platform: PlatformDb,
  actor: PlatformAuditActor,
  entry: { action: string; tenantId?: string; details?: Record<string, unknown> },
): void {
  platform
    .insert(platformAuditLog)
    .values({
      ...{ at: Date.now(), actorKind: actor.kind, actorId: actor.id, actorName: actor.name },
      ...{ action: entry.action, tenantId: entry.tenantId ?? null },
      detailsJson: JSON.stringify(entry.details ?? {}),
    })
    .run()
}
