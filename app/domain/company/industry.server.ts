import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { getCompany } from './queries.server.ts'
import { company } from './schema.server.ts'
import { saveCompanyColumns } from './settings.server.ts'
import type { Saver } from './settings.server.ts'

/** The platform changed what assistants of this trade are told. @param textsJson null: the standard */
export function noteIndustryTexts(db: TenantDb, textsJson: string | null): void {
  inTransaction(db, () => {
    if (getCompany(db).industryTextsJson === textsJson) return
    const change = { industryTextsJson: textsJson, updatedAt: Date.now() }
    db.update(company).set(change).where(eq(company.id, 1)).run()
    const platform = { kind: 'system', id: null, name: 'Baraza' } as const
    recordAudit(db, platform, {
      ...{ action: 'company.industry_texts_changed', subjectKind: 'company', subjectId: 1 },
    })
  })
}

/** Moves a company to another trade, with what its assistant is told there. */
export function saveIndustry(
  db: TenantDb,
  saver: Saver,
  { industry, textsJson }: { industry: string; textsJson: string | null },
): void {
  if (getCompany(db).industry === industry) return
  saveCompanyColumns(db, saver, 'company.industry_changed', {
    ...{ industry, industryTextsJson: textsJson },
  })
}
