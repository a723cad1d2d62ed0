import { hashPassword } from '#app/credentials/passwords.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { mailLinkLater } from '#app/domain/members/mails.server.ts'
import { startWaitingSession } from '#app/domain/members/waiting-sessions.server.ts'
import { beginOwnSession } from '#app/platform/onboarding/sessions.server.ts'
import { isSlugTaken } from '#app/platform/tenants/create.server.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import { checkSlug } from '#app/tenancy/host.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createCompany } from './create-company.server.ts'
import type { CreateCompanyResult } from './create-company.server.ts'
import { portalUrl } from './find-company.server.ts'
import type { Runtime } from './runtime.server.ts'

const OWNER_ID = 1
const SUGGESTIONS_MAX = 3

/** What somebody who signs up tells us; e-mail and password are checked already. */
export type SignUp = {
  companyName: string
  slug: string
  industry: string
  name: string
  email: string
  password: string
  language: 'en' | 'sw'
  appOrigin: string
  client: { ip: string | null; userAgent: string | null }
}

export type SignUpResult =
  { ok: true; url: string; handOverUrl: string } | Exclude<CreateCompanyResult, { ok: true }>

export type SlugAnswer =
  | { ok: true }
  | { ok: false; reason: 'invalid_slug' | 'reserved_slug' | 'slug_taken'; suggestions: string[] }

/** Makes a company by self-service: unverified, so that nothing is sent before its owner confirms. */
export async function signUpCompany(runtime: Runtime, signUp: SignUp): Promise<SignUpResult> {
  const { slug, companyName: name, industry, email, language } = signUp
  const passwordHash = await hashPassword(signUp.password)
  const owner = { email, name: signUp.name, passwordHash, language }
  const made = createCompany(runtime, { slug, name, industry, owner, isVerified: false })
  if (!made.ok) return made
  const by = { kind: 'system', id: null, name: 'sign-up' } as const
  beginTrial(runtime.platform, by, { tenantId: made.tenantId, at: Date.now() })
  beginOwnSession(runtime.platform, { tenantId: made.tenantId, name, at: Date.now() })
  const url = portalUrl(signUp.appOrigin, slug)
  const token = await runtime.tenancy.withTenant(
    { id: made.tenantId, dataKey: made.dataKey },
    (db) => welcomeOwner(db, signUp, url),
  )
  return { ok: true, url, handOverUrl: `${url}/hand-over?code=${token}` }
}

/** Whether a company may have this address, and free ones near it when not. */
export function checkAddress(runtime: Runtime, slug: string, companyName: string): SlugAnswer {
  const check = checkSlug(slug)
  if (check.ok && !isSlugTaken(runtime.platform, slug)) return { ok: true }
  const reason = check.ok ? 'slug_taken' : check.reason
  const base = toSlug(slug) || toSlug(companyName)
  const wanted = [
    toSlug(companyName),
    base,
    ...['ke', 'hq', 'team', '2', '3'].map((e) => `${base}-${e}`),
  ]
  const free = [...new Set(wanted)].filter(
    (candidate) => checkSlug(candidate).ok && !isSlugTaken(runtime.platform, candidate),
  )
  return { ok: false, reason, suggestions: free.slice(0, SUGGESTIONS_MAX) }
}

/** `Café Mama Njeri Ltd.` → `cafe-mama-njeri-ltd` */
function toSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-+|-+$/g, '')
}

function welcomeOwner(db: TenantDb, signUp: SignUp, origin: string): string {
  return inTransaction(db, () => {
    const actor = { kind: 'member', id: OWNER_ID, name: signUp.name } as const
    recordAudit(db, actor, { action: 'company.signed_up' })
    mailLinkLater(db, 'email_verification', { to: signUp.email, origin })
    return startWaitingSession(db, OWNER_ID, 'hand_over', signUp.client)
  })
}
