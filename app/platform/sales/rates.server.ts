import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { isRep } from './reps.server.ts'

/** What is earned: once on a company's first payment, and a part of its invoices. */
export type Rate = {
  /** minor units */
  oneTime: number
  /** hundredths of a percent of an invoice without tax */
  percentBp: number
  /** from the first paid invoice on */
  months: number
}

export type RateRow = Rate & {
  id: number
  repId: number | null
  repName: string | null
  planId: string | null
  planName: string | null
}

const NOTHING: Rate = { oneTime: 0, percentBp: 0, months: 0 }

/** All rates, the general one first. */
export function listRates(platform: PlatformDb): RateRow[] {
  return platformSqliteOf(platform)
    .prepare<[], RateRow>(
      `select r.id, r.rep_id as repId, u.name as repName, r.plan_id as planId,
         p.name as planName, r.one_time as oneTime, r.percent_bp as percentBp, r.months
       from commission_rates r left join platform_users u on u.id = r.rep_id
         left join plans p on p.id = r.plan_id
       order by r.rep_id is not null, u.name collate nocase, p.position`,
    )
    .all()
}

/** The closest: the rep's for the plan, the rep's, the plan's, the general one. */
export function rateFor(platform: PlatformDb, repId: number, planId: string | null): Rate {
  const found = platformSqliteOf(platform)
    .prepare<[number, string | null], Rate>(
      `select one_time as oneTime, percent_bp as percentBp, months from commission_rates
       where (rep_id is null or rep_id = ?) and (plan_id is null or plan_id = ?)
       order by rep_id is null, plan_id is null limit 1`,
    )
    .get(repId, planId)
  return found ?? NOTHING
}

export type RateResult = { ok: true } | { ok: false; reason: 'rep_not_found' | 'unknown_plan' }

/** Sets what a rep, a plan or everybody earns from now on; the one before is replaced. */
export function saveRate(
  platform: PlatformDb,
  actor: PlatformActor,
  rate: Rate & { repId: number | null; planId: string | null },
): RateResult {
  const sqlite = platformSqliteOf(platform)
  return inPlatformTransaction(platform, (): RateResult => {
    const { repId, planId } = rate
    if (repId !== null && !isRep(platform, repId)) return { ok: false, reason: 'rep_not_found' }
    if (planId !== null && !sqlite.prepare('select 1 from plans where id = ?').get(planId))
      return { ok: false, reason: 'unknown_plan' }
    sqlite
      .prepare(`delete from commission_rates where rep_id is @repId and plan_id is @planId`)
      .run({ repId, planId })
    sqlite
      .prepare(
        `insert into commission_rates (rep_id, plan_id, one_time, percent_bp, months, updated_at)
         values (@repId, @planId, @oneTime, @percentBp, @months, @at)`,
      )
      .run({ ...rate, at: Date.now() })
    note(platform, actor, 'commission_rate.saved', { ...rate })
    return { ok: true }
  })
}

/** @returns false when there is none such */
export function removeRate(platform: PlatformDb, actor: PlatformActor, id: number): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('delete from commission_rates where id = ?')
      .run(id)
    if (changes > 0) note(platform, actor, 'commission_rate.removed', { id })
    return changes > 0
  })
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
