import { recordPlatformAudit } from '../audit/record.server.ts'
import { findPlan } from '../billing/plans.server.ts'
import type { LimitName, Limits } from '../billing/plans.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { PLATFORM_CURRENCY } from './standing.ts'

/** A plan as the platform's people see it, with who is on it. */
export type PlanRow = {
  id: string
  name: string
  trialDays: number
  monthly: number
  setupFee: number
  archivedAt: number | null
  companies: number
}

/** What of a plan can be changed. Amounts are minor units a month, without tax. */
export type PlanFacts = {
  name: string
  trialDays: number
  monthly: number
  setupFee: number
  limits: Limits
  overage: Partial<Record<LimitName, number>>
}

/** Every plan, also those no longer offered. */
export function listPlanRows(platform: PlatformDb): PlanRow[] {
  return platformSqliteOf(platform)
    .prepare<[string], PlanRow>(
      `select p.id, p.name, p.trial_days as trialDays, c.monthly, c.setup_fee as setupFee,
         p.archived_at as archivedAt,
         (select count(*) from tenants t where t.plan = p.id and t.standing <> 'deleted') as companies
       from plans p join plan_prices c on c.plan_id = p.id and c.currency = ?
       order by p.archived_at is not null, p.position, p.id`,
    )
    .all(PLATFORM_CURRENCY)
}

export type PlanResult = { ok: true } | { ok: false; reason: 'not_found' | 'last_plan' }

/**
 * Changes a plan. Companies keep the price they agreed to; limits count for everybody on it.
 */
export function savePlan(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, facts }: { id: string; facts: PlanFacts },
): PlanResult {
  return inPlatformTransaction(platform, (): PlanResult => {
    const before = findPlan(platform, id, PLATFORM_CURRENCY)
    if (!before) return { ok: false, reason: 'not_found' }
    const sqlite = platformSqliteOf(platform)
    const { name, trialDays, monthly, setupFee, limits, overage } = facts
    sqlite
      .prepare('update plans set name = ?, trial_days = ?, limits_json = ? where id = ?')
      .run(name, trialDays, JSON.stringify(limits), id)
    sqlite
      .prepare(
        `update plan_prices set monthly = ?, setup_fee = ?, overage_json = ?
         where plan_id = ? and currency = ?`,
      )
      .run(monthly, setupFee, JSON.stringify(overage), id, PLATFORM_CURRENCY)
    audit(platform, actor, 'plan.changed', { id, from: before.monthly, to: monthly })
    return { ok: true }
  })
}

/** Adds a plan after the others. @returns its id, made from its name */
export function addPlan(platform: PlatformDb, actor: PlatformActor, facts: PlanFacts): string {
  return inPlatformTransaction(platform, () => {
    const sqlite = platformSqliteOf(platform)
    const id = freeId(platform, facts.name)
    sqlite
      .prepare(
        `insert into plans (id, name, position, trial_days, limits_json)
         values (?, ?, (select coalesce(max(position), 0) + 1 from plans), ?, ?)`,
      )
      .run(id, facts.name, facts.trialDays, JSON.stringify(facts.limits))
    sqlite
      .prepare(
        `insert into plan_prices (plan_id, currency, monthly, setup_fee, overage_json)
         values (?, ?, ?, ?, ?)`,
      )
      .run(id, PLATFORM_CURRENCY, facts.monthly, facts.setupFee, JSON.stringify(facts.overage))
    audit(platform, actor, 'plan.added', { id })
    return id
  })
}

/** Offers a plan no longer, or again. Who is on it stays on it; one plan is always on offer. */
export function offerPlan(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, isOffered, at }: { id: string; isOffered: boolean; at: number },
): PlanResult {
  return inPlatformTransaction(platform, (): PlanResult => {
    const rows = listPlanRows(platform)
    const plan = rows.find((row) => row.id === id)
    if (!plan) return { ok: false, reason: 'not_found' }
    if ((plan.archivedAt === null) === isOffered) return { ok: true }
    const offered = rows.filter(({ archivedAt }) => archivedAt === null)
    if (!isOffered && offered.length === 1) return { ok: false, reason: 'last_plan' }
    platformSqliteOf(platform)
      .prepare('update plans set archived_at = ? where id = ?')
      .run(isOffered ? null : at, id)
    audit(platform, actor, isOffered ? 'plan.offered' : 'plan.archived', { id })
    return { ok: true }
  })
}

function freeId(platform: PlatformDb, name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'plan'
  const isTaken = platformSqliteOf(platform).prepare('select 1 from plans where id = ?')
  // `new` is the address at which a plan is made, `trial` says that a company has none.
  const reserved = ['new', 'trial']
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!reserved.includes(id) && !isTaken.get(id)) return id
  }
}

function audit(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
