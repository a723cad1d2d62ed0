import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Company } from './queries.server.ts'
import { company } from './schema.server.ts'

/** What was settled with the client before the company was there; one entry says by whom. */
export function writeFirstSettings(
  db: TenantDb,
  actor: AuditActor,
  settings: Partial<Omit<Company, 'id'>>,
): void {
  inTransaction(db, () => {
    db.update(company)
      .set({ ...settings, updatedAt: Date.now() })
      .where(eq(company.id, 1))
      .run()
    recordAudit(db, actor, { action: 'company.set_up', subjectKind: 'company', subjectId: 1 })
  })
}
