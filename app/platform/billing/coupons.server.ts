import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { changeSubscription, findSubscription } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'

/** What lowers invoices: a part in percent or an amount in minor units. */
export type Coupon = {
  code: string
  percent: number | null
  amount: number | null
  currency: string | null
  /** monthly invoices it lowers; null for all */
  months: number | null
  usesMax: number | null
  uses: number
  /** last moment at which it can be redeemed, UTC ms */
  validUntil: number | null
  /** plans it is for; null for all */
  plans: string[] | null
  /** only for companies that have never paid */
  isForNew: boolean
  endedAt: number | null
  createdAt: number
}

type Row = Omit<Coupon, 'plans' | 'isForNew'> & { plansJson: string | null; isForNew: 0 | 1 }

const SELECT = `select code, percent, amount, currency, months, uses_max as usesMax, uses,
    valid_until as validUntil, plans_json as plansJson, is_for_new as isForNew,
    ended_at as endedAt, created_at as createdAt from coupons`
const SHOWN_MAX = 500

export function findCoupon(platform: PlatformDb, code: string): Coupon | undefined {
  const row = platformSqliteOf(platform)
    .prepare<[string], Row>(`${SELECT} where code = ?`)
    .get(code)
  return row && toCoupon(row)
}

/** Coupons, the newest first; `search` is part of a code. */
export function listCoupons(platform: PlatformDb, search = ''): Coupon[] {
  return platformSqliteOf(platform)
    .prepare<[string, string], Row>(
      `${SELECT} where ? = '' or instr(lower(code), lower(?)) > 0
       order by created_at desc, code limit ${SHOWN_MAX}`,
    )
    .all(search, search)
    .map(toCoupon)
}

export type NewCoupon = Omit<Coupon, 'uses' | 'endedAt' | 'createdAt'>

/** @returns false when the code is taken */
export function addCoupon(
  platform: PlatformDb,
  by: PlatformAuditActor,
  { coupon, at }: { coupon: NewCoupon; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { plans, isForNew, ...facts } = coupon
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `insert into coupons (code, percent, amount, currency, months, uses_max, valid_until,
           plans_json, is_for_new, created_at)
         values (@code, @percent, @amount, @currency, @months, @usesMax, @validUntil,
           @plansJson, @isForNew, @at) on conflict do nothing`,
      )
      .run({ ...facts, plansJson: plans && JSON.stringify(plans), isForNew: isForNew ? 1 : 0, at })
    if (changes === 0) return false
    recordPlatformAudit(platform, by, { action: 'coupon.added', details: { code: coupon.code } })
    return true
  })
}

/** Nobody can redeem it any more; who has keeps what was promised. */
export function endCoupon(
  platform: PlatformDb,
  by: PlatformAuditActor,
  { code, at }: { code: string; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('update coupons set ended_at = ? where code = ? and ended_at is null')
      .run(at, code)
    if (changes > 0)
      recordPlatformAudit(platform, by, { action: 'coupon.ended', details: { code } })
    return changes > 0
  })
}

export type RedeemResult =
  | { ok: true; coupon: Coupon }
  | {
      ok: false
      reason:
        | 'no_subscription'
        | 'unknown'
        | 'over'
        | 'used_up'
        | 'other_plan'
        | 'only_new'
        | 'has_coupon'
        | 'used_before'
    }

/** A company enters a code: its next invoices are lower. Each code once, one at a time. */
export function redeemCoupon(
  platform: PlatformDb,
  ask: { tenantId: string; code: string; by: PlatformAuditActor; at: number },
): RedeemResult {
  const { tenantId, by, at } = ask
  return inPlatformTransaction(platform, (): RedeemResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    const coupon = findCoupon(platform, ask.code.trim())
    if (!coupon) return { ok: false, reason: 'unknown' }
    const refused = refusalOf(platform, { coupon, subscription, at })
    if (refused) return { ok: false, reason: refused }
    const { code, months } = coupon
    const sqlite = platformSqliteOf(platform)
    sqlite.prepare('update coupons set uses = uses + 1 where code = ?').run(code)
    sqlite
      .prepare('insert into coupon_redemptions (tenant_id, code, redeemed_at) values (?, ?, ?)')
      .run(tenantId, code, at)
    changeSubscription(platform, tenantId, { couponCode: code, couponMonthsLeft: months, at })
    const details = { code }
    recordPlatformAudit(platform, by, { action: 'subscription.coupon_redeemed', tenantId, details })
    return { ok: true, coupon }
  })
}

function refusalOf(
  platform: PlatformDb,
  { coupon, subscription, at }: { coupon: Coupon; subscription: Subscription; at: number },
): Extract<RedeemResult, { ok: false }>['reason'] | undefined {
  const { code, plans, usesMax, uses, validUntil, currency } = coupon
  const { tenantId, planId, couponCode, couponMonthsLeft } = subscription
  if (coupon.endedAt !== null || (validUntil !== null && at > validUntil)) return 'over'
  if (usesMax !== null && uses >= usesMax) return 'used_up'
  if (plans && !plans.includes(planId)) return 'other_plan'
  if (currency !== null && currency !== subscription.currency) return 'other_plan'
  if (coupon.isForNew && subscription.activatedAt !== null) return 'only_new'
  const isUsed = platformSqliteOf(platform)
    .prepare('select 1 from coupon_redemptions where tenant_id = ? and code = ?')
    .get(tenantId, code)
  if (isUsed) return 'used_before'
  return couponCode !== null && couponMonthsLeft !== 0 ? 'has_coupon' : undefined
}

function toCoupon({ plansJson, isForNew, ...row }: Row): Coupon {
  const plans = plansJson === null ? null : (JSON.parse(plansJson) as string[])
  return { ...row, plans, isForNew: isForNew === 1 }
}
