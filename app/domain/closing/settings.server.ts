import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { parseRequired } from './closing.ts'
import type { ClosingField } from './closing.ts'
import { listLostReasons, writeLostReasons } from './lost-reasons.server.ts'
import type { LostReason } from './lost-reasons.server.ts'

export const REOPEN_HOURS_MAX = 24 * 30

export type ClosingSettings = {
  required: ClosingField[]
  /** a message to a closed conversation opens it again within so many hours; 0: never */
  reopenHours: number
  lostReasons: LostReason[]
}

export function getClosingSettings(db: TenantDb): ClosingSettings {
  const { closeRequires, reopenHours } = getCompany(db)
  return { required: parseRequired(closeRequires), reopenHours, lostReasons: listLostReasons(db) }
}

/** What closing asks for, and what the customer's next message does. */
export function saveClosingSettings(
  db: TenantDb,
  saver: Saver,
  settings: {
    required: readonly ClosingField[]
    reopenHours: number
    /** those without an id are new */
    lostReasons: readonly { id?: number; name: string }[]
  },
): void {
  inTransaction(db, () => {
    const before = getClosingSettings(db)
    const { required, reopenHours } = settings
    db.update(company)
      .set({ closeRequires: required.join(','), reopenHours, updatedAt: Date.now() })
      .where(eq(company.id, 1))
      .run()
    const known = new Set(before.lostReasons.map((reason) => reason.id))
    writeLostReasons(
      db,
      settings.lostReasons.map(({ id, name }) =>
        id !== undefined && known.has(id) ? { id, name } : { name },
      ),
    )
    const details = { from: brief(before), to: brief(getClosingSettings(db)) }
    if (JSON.stringify(details.from) === JSON.stringify(details.to)) return
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const about = { subjectKind: 'company', subjectId: 1, details }
    recordAudit(db, actor, { action: 'company.closing_changed', ...about })
  })
}

function brief({ required, reopenHours, lostReasons }: ClosingSettings) {
  return { required, reopenHours, lostReasons: lostReasons.map((reason) => reason.name) }
}
