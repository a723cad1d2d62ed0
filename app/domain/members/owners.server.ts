import { isLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type Owner = { id: number; name: string; email: string; language: Language }

/** Who answers for the company: its active owners. */
export function listOwners(db: TenantDb): Owner[] {
  return sqliteOf(db)
    .prepare<[], Omit<Owner, 'language'> & { language: string }>(
      `select id, name, email, language from members
       where role = 'owner' and status = 'active' order by id`,
    )
    .all()
    .map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : 'en' }))
}
