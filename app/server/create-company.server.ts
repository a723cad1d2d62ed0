import { isIndustry } from '#app/industries/industry.ts'
import { changedTextsJson } from '#app/platform/industries/texts.server.ts'
import { createTenant } from '#app/platform/tenants/create.server.ts'
import type { CreateTenantResult, NewTenant } from '#app/platform/tenants/create.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { Runtime } from './runtime.server.ts'

export type NewCompany = {
  slug: string
  name: string
  industry: string
  /** without a password only an invitation leads in */
  owner: { email: string; name: string; passwordHash: string | null; language?: string }
  /** false: created by self-service sign-up, nothing may be sent to anyone until confirmed */
  isVerified: boolean
  demo?: NewTenant['demo']
}

export type CreateCompanyResult = CreateTenantResult | { ok: false; reason: 'unknown_industry' }

/** Makes a company with its settings and its owner, all or nothing. */
export function createCompany(runtime: Runtime, company: NewCompany): CreateCompanyResult {
  if (!isIndustry(company.industry)) return { ok: false, reason: 'unknown_industry' }
  const { dbDir, templateDir } = runtime.paths
  const place = { dbDir, templateDir, platformKey: runtime.platformKey }
  const { slug, name, industry, demo } = company
  return createTenant(runtime.platform, place, { slug, name, industry, demo }, (sqlite) => {
    insertCompany(sqlite, company, changedTextsJson(runtime.platform, industry))
    insertOwner(sqlite, company.owner)
  })
}

function insertCompany(sqlite: Sqlite, company: NewCompany, textsJson: string | null): void {
  const now = Date.now()
  sqlite
    .prepare(
      `insert into company (id, name, industry, industry_texts_json, language,
         owner_verified_at, created_at, updated_at)
       values (1, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[company.name, company.industry, textsJson, company.owner.language ?? 'en'],
      ...[company.isVerified ? now : null, now, now],
    )
}

function insertOwner(sqlite: Sqlite, owner: NewCompany['owner']): void {
  const now = Date.now()
  sqlite
    .prepare(
      `insert into members (email, name, password_hash, role, language, created_at, updated_at)
       values (?, ?, ?, 'owner', ?, ?, ?)`,
    )
    .run(owner.email, owner.name, owner.passwordHash, owner.language ?? 'en', now, now)
}
