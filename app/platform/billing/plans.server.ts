import { z } from 'zod'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

export const limitNames = [
  'members',
  'answers',
  'messages',
  'endpoints',
  'storageMb',
  'contacts',
] as const
export type LimitName = (typeof limitNames)[number]

/** null is without limit */
export type Limits = Record<LimitName, number | null>

const limit = z.number().int().nonnegative().nullable()
const limitsSchema = z.object({
  ...{ members: limit, answers: limit, messages: limit },
  ...{ endpoints: limit, storageMb: limit, contacts: limit },
})
const overageSchema = z.partialRecord(z.enum(limitNames), z.number().int().nonnegative())

export type Plan = {
  id: string
  name: string
  trialDays: number
  limits: Limits
  currency: string
  /** minor units a month, without tax */
  monthly: number
  setupFee: number
  /** minor units for one beyond the limit; what is not named stops at the limit */
  overage: Partial<Record<LimitName, number>>
}

type Row = Omit<Plan, 'limits' | 'overage'> & { limitsJson: string; overageJson: string }

const SELECT = `select p.id, p.name, p.trial_days as trialDays, p.limits_json as limitsJson,
    c.currency, c.monthly, c.setup_fee as setupFee, c.overage_json as overageJson
  from plans p join plan_prices c on c.plan_id = p.id`

/** The plans on offer in a currency, smallest first. */
export function listPlans(platform: PlatformDb, currency: string): Plan[] {
  return platformSqliteOf(platform)
    .prepare<[string], Row>(
      `${SELECT} where p.archived_at is null and c.currency = ? order by p.position`,
    )
    .all(currency)
    .map(toPlan)
}

/** One plan, also one that is no longer offered. */
export function findPlan(platform: PlatformDb, id: string, currency: string): Plan | undefined {
  const row = platformSqliteOf(platform)
    .prepare<[string, string], Row>(`${SELECT} where p.id = ? and c.currency = ?`)
    .get(id, currency)
  return row && toPlan(row)
}

function toPlan({ limitsJson, overageJson, ...plan }: Row): Plan {
  return {
    ...plan,
    limits: limitsSchema.parse(JSON.parse(limitsJson)),
    overage: overageSchema.parse(JSON.parse(overageJson)),
  }
}
