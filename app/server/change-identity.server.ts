import { saveCompanyColumns } from '#app/domain/company/settings.server.ts'
import { saveIdentity } from '#app/platform/companies/identity.server.ts'
import type { Identity } from '#app/platform/companies/identity.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import type { Runtime } from './runtime.server.ts'

/** Changes what a company is known by; another name is the company's own name, too. */
export async function changeIdentity(
  { platform, directory, tenancy }: Runtime,
  actor: PlatformActor,
  identity: Identity & { tenantId: string },
): Promise<ReturnType<typeof saveIdentity>> {
  const entry = directory.findById(identity.tenantId)
  if (!entry) return { ok: false, reason: 'not_found' }
  const saved = saveIdentity(platform, actor, identity)
  if (!saved.ok || !saved.changed.includes('name')) return saved
  // Below zero: the company's log says that it was somebody of the platform.
  const saver = { id: -actor.id, name: actor.name }
  await tenancy.withTenant(entry, (db) =>
    saveCompanyColumns(db, saver, 'company.profile_changed', { name: identity.name }),
  )
  return saved
}
