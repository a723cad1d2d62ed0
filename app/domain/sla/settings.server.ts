import { asc, eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { priorities } from '#app/domain/labels/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { cancelAllClocks } from './clocks.server.ts'

/** A promise longer than this is none: 60 days of business time around the clock. */
export const TARGET_MINUTES_MAX = 60 * 24 * 60

/** Minutes of business time per priority; null promises nothing. */
export type SlaTargets = {
  id: number
  firstReplyMinutes: number | null
  nextReplyMinutes: number | null
  resolutionMinutes: number | null
}

export type SlaSettings = { isOn: boolean; aiReplies: boolean; targets: SlaTargets[] }

/** What a company starts from, by how urgent a priority is; the last for all that are less. */
const SUGGESTED = [
  { firstReplyMinutes: 15, nextReplyMinutes: 30, resolutionMinutes: 240 },
  { firstReplyMinutes: 30, nextReplyMinutes: 60, resolutionMinutes: 480 },
  { firstReplyMinutes: 60, nextReplyMinutes: 120, resolutionMinutes: 1440 },
  { firstReplyMinutes: 240, nextReplyMinutes: 480, resolutionMinutes: 2880 },
] as const

export function getSlaSettings(db: TenantDb) {
  const { slaEnabled, slaAiReplies } = getCompany(db)
  const rows = db.select().from(priorities).orderBy(asc(priorities.rank), asc(priorities.id)).all()
  return {
    ...{ isOn: slaEnabled === 1, aiReplies: slaAiReplies === 1 },
    targets: rows.map(({ id, name, firstReplyMinutes, nextReplyMinutes, resolutionMinutes }) => ({
      ...{ id, name, firstReplyMinutes, nextReplyMinutes, resolutionMinutes },
    })),
  }
}

/** The same with suggestions where a company has promised nothing yet, for its first form. */
export function suggestSlaSettings(db: TenantDb): ReturnType<typeof getSlaSettings> {
  const settings = getSlaSettings(db)
  const isFresh = settings.targets.every(
    (row) => (row.firstReplyMinutes ?? row.nextReplyMinutes ?? row.resolutionMinutes) === null,
  )
  if (!isFresh) return settings
  const targets = settings.targets.map((row, index) => ({
    ...row,
    ...SUGGESTED[Math.min(index, SUGGESTED.length - 1)],
  }))
  return { ...settings, targets }
}

/** Keeps what is promised. Clocks that run keep their promise; turned off, all of them end. */
export function saveSlaSettings(db: TenantDb, saver: Saver, settings: SlaSettings): void {
  inTransaction(db, () => {
    const before = getSlaSettings(db)
    db.update(company)
      .set({
        ...{ slaEnabled: settings.isOn ? 1 : 0, slaAiReplies: settings.aiReplies ? 1 : 0 },
        updatedAt: Date.now(),
      })
      .where(eq(company.id, 1))
      .run()
    for (const { id, ...minutes } of settings.targets)
      db.update(priorities).set(minutes).where(eq(priorities.id, id)).run()
    if (!settings.isOn) cancelAllClocks(db, Date.now())
    const details = { from: before, to: getSlaSettings(db) }
    if (JSON.stringify(details.from) === JSON.stringify(details.to)) return
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const about = { subjectKind: 'company', subjectId: 1, details }
    recordAudit(db, actor, { action: 'company.sla_changed', ...about })
  })
}
