import { giveOwnerInvitation } from '#app/domain/members/ownership.server.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { createCompany } from './create-company.server.ts'
import type { CreateCompanyResult } from './create-company.server.ts'
import { portalUrl } from './find-company.server.ts'
import type { Runtime } from './runtime.server.ts'

/** What one of the platform's people knows of a company that wants to begin. */
export type OpenedCompany = {
  name: string
  slug: string
  industry: string
  ownerName: string
  ownerEmail: string
  planId: string
  language: 'en' | 'sw'
  appOrigin: string
}

/** Makes a company on behalf of its owner, who joins by an invitation and chooses a password. */
export async function openCompany(
  runtime: Runtime,
  actor: PlatformActor,
  { appOrigin, planId, ownerEmail, ownerName, language, ...company }: OpenedCompany,
): Promise<CreateCompanyResult> {
  const owner = { email: ownerEmail, name: ownerName, passwordHash: null, language }
  const made = createCompany(runtime, { ...company, owner, isVerified: true })
  if (!made.ok) return made
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  beginTrial(runtime.platform, by, { tenantId: made.tenantId, planId, at: Date.now() })
  const origin = portalUrl(appOrigin, company.slug)
  await runtime.tenancy.withTenant({ id: made.tenantId, dataKey: made.dataKey }, (db) =>
    giveOwnerInvitation(db, { kind: 'platform', id: actor.id, name: actor.name }, origin),
  )
  recordPlatformAudit(runtime.platform, by, {
    ...{ action: 'tenant.created', tenantId: made.tenantId, details: { to: planId } },
  })
  return made
}
