import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export const QUESTION_MAX = 500
export const DELAY_MINUTES_MAX = 24 * 60

export type CsatSettings = {
  isOn: boolean
  /** none is all */
  channels: string[]
  delayMinutes: number
  /** the company's own words; empty takes ours */
  questionEn: string
  questionSw: string
}

export function getCsatSettings(db: TenantDb): CsatSettings {
  const row = getCompany(db)
  return {
    isOn: row.csatEnabled === 1,
    channels: row.csatChannels === '' ? [] : row.csatChannels.split(','),
    delayMinutes: row.csatDelayMinutes,
    ...{ questionEn: row.csatQuestionEn, questionSw: row.csatQuestionSw },
  }
}

export function saveCsatSettings(db: TenantDb, saver: Saver, settings: CsatSettings): void {
  inTransaction(db, () => {
    const before = getCsatSettings(db)
    if (JSON.stringify(before) === JSON.stringify(settings)) return
    db.update(company)
      .set({
        ...{ csatEnabled: settings.isOn ? 1 : 0, csatChannels: settings.channels.join(',') },
        csatDelayMinutes: settings.delayMinutes,
        ...{ csatQuestionEn: settings.questionEn, csatQuestionSw: settings.questionSw },
        updatedAt: Date.now(),
      })
      .where(eq(company.id, 1))
      .run()
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const details = { from: before, to: settings }
    const about = { subjectKind: 'company', subjectId: 1, details }
    recordAudit(db, actor, { action: 'company.satisfaction_changed', ...about })
  })
}
