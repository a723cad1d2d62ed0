import { giveOwnership } from '#app/domain/members/ownership.server.ts'
import type { OwnershipResult } from '#app/domain/members/ownership.server.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import type { Runtime } from './runtime.server.ts'

/** Makes another active member the owner of a company; noted in its log and in the platform's. */
export async function moveOwner(
  runtime: Runtime,
  actor: PlatformActor,
  { tenantId, email }: { tenantId: string; email: string },
): Promise<OwnershipResult | { ok: false; reason: 'not_found' }> {
  const entry = runtime.directory.findById(tenantId)
  if (!entry) return { ok: false, reason: 'not_found' }
  const moved = await runtime.tenancy.withTenant(entry, (db) =>
    giveOwnership(db, { kind: 'platform', id: actor.id, name: actor.name }, email),
  )
  if (moved.ok) {
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    recordPlatformAudit(runtime.platform, by, {
      ...{ action: 'tenant.owner_moved', tenantId, details: { memberId: moved.memberId } },
    })
  }
  return moved
}
