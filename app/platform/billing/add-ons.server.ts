import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { ADD_ON_QUANTITY_MAX } from './add-on-limits.ts'
import { advance } from './advance.server.ts'
import { addDays } from './calendar.ts'
import { issueInvoice } from './invoices.server.ts'
import { prorate } from './money.ts'
import { noteRevenue } from './mrr.server.ts'
import type { LimitName } from './plans.server.ts'
import { billingRules } from './rules.ts'
import { findSubscription } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'

/** What can be taken beside a plan, and how much of it a company has. */
export type AddOnOffer = {
  id: string
  name: string
  currency: string
  /** minor units a month for one, without tax; what was agreed for those already taken */
  monthly: number
  limits: Partial<Record<LimitName, number>>
  quantity: number
  /** from the next period on, where that differs */
  nextQuantity: number | null
}

/** An offer with what one more of it costs until the period ends, minor units without tax. */
export type PricedOffer = AddOnOffer & { restForOne: number }

/** The offers as a company sees them before it takes more. */
export function priceOffers(platform: PlatformDb, tenantId: string, at: number): PricedOffer[] {
  const subscription = findSubscription(platform, tenantId)
  if (!subscription) return []
  const { status, periodStart } = subscription
  const isUncharged = status === 'trial' && periodStart === null
  return listOffers(platform, tenantId).map((offer) => ({
    ...offer,
    restForOne: isUncharged ? 0 : restOfAddOn(subscription, offer, { more: 1, at }),
  }))
}

type Row = Omit<AddOnOffer, 'limits'> & { limitsJson: string }

/** The add-ons on offer in a company's currency, with those it has of them and of former ones. */
export function listOffers(platform: PlatformDb, tenantId: string): AddOnOffer[] {
  return platformSqliteOf(platform)
    .prepare<[string], Row>(
      `select a.id, a.name, a.currency, coalesce(h.monthly, a.monthly) as monthly,
         a.limits_json as limitsJson, coalesce(h.quantity, 0) as quantity,
         h.next_quantity as nextQuantity
       from subscriptions s join add_ons a on a.currency = s.currency
         left join subscription_add_ons h on h.tenant_id = s.tenant_id and h.add_on_id = a.id
       where s.tenant_id = ? and (a.archived_at is null or h.quantity is not null) order by a.id`,
    )
    .all(tenantId)
    .map(({ limitsJson, ...row }) => ({
      ...row,
      limits: JSON.parse(limitsJson) as AddOnOffer['limits'],
    }))
}

export type AddOnResult =
  | { ok: true; takesEffect: 'now' | 'period_end' | 'never' }
  | { ok: false; reason: 'no_subscription' | 'unknown' | 'unpaid' | 'too_many' }

type Ask = { tenantId: string; addOnId: string; quantity: number }

/**
 * Takes more or fewer of an add-on. More count at once and are charged for the rest of the
 * period; fewer count from the next period on, so nothing is paid back.
 */
export function setAddOn(
  platform: PlatformDb,
  ask: Ask & { by: PlatformAuditActor; at: number },
): AddOnResult {
  const { tenantId, addOnId, quantity, by, at } = ask
  const result = inPlatformTransaction(platform, (): AddOnResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    if (quantity < 0 || quantity > ADD_ON_QUANTITY_MAX) return { ok: false, reason: 'too_many' }
    const offer = listOffers(platform, tenantId).find(({ id }) => id === addOnId)
    if (!offer) return { ok: false, reason: 'unknown' }
    if (subscription.status !== 'trial' && subscription.status !== 'active')
      return { ok: false, reason: 'unpaid' }
    if (quantity === (offer.nextQuantity ?? offer.quantity))
      return { ok: true, takesEffect: 'never' }
    const takesEffect = apply(platform, { subscription, offer, quantity, at })
    const details = { addOn: addOnId, from: offer.quantity, to: quantity }
    recordPlatformAudit(platform, by, { action: 'subscription.add_on_changed', tenantId, details })
    return { ok: true, takesEffect }
  })
  if (result.ok) advance(platform, tenantId, at)
  return result
}

type Change = { subscription: Subscription; offer: AddOnOffer; quantity: number; at: number }

function apply(platform: PlatformDb, change: Change): 'now' | 'period_end' {
  const { subscription, offer, quantity, at } = change
  const { tenantId, status, periodStart } = subscription
  const isUncharged = status === 'trial' && periodStart === null
  if (quantity < offer.quantity && !isUncharged) {
    platformSqliteOf(platform)
      .prepare(
        `update subscription_add_ons set next_quantity = ? where tenant_id = ? and add_on_id = ?`,
      )
      .run(quantity, tenantId, offer.id)
    return 'period_end'
  }
  put(platform, tenantId, { ...offer, quantity })
  if (!isUncharged) chargeMore(platform, change)
  noteRevenue(platform, findSubscription(platform, tenantId)!, at)
  return 'now'
}

function put(platform: PlatformDb, tenantId: string, offer: AddOnOffer): void {
  const sqlite = platformSqliteOf(platform)
  const { id, quantity, monthly } = offer
  if (quantity === 0) {
    sqlite
      .prepare('delete from subscription_add_ons where tenant_id = ? and add_on_id = ?')
      .run(tenantId, id)
    return
  }
  sqlite
    .prepare(
      `insert into subscription_add_ons (tenant_id, add_on_id, quantity, monthly)
       values (?, ?, ?, ?)
       on conflict do update set quantity = excluded.quantity, next_quantity = null`,
    )
    .run(tenantId, id, quantity, monthly)
}

/** What more of an add-on costs for the rest of the period, minor units without tax. */
export function restOfAddOn(
  { periodStart, periodEnd, currency }: Subscription,
  offer: AddOnOffer,
  { more, at }: { more: number; at: number },
): number {
  if (periodStart === null || periodEnd === null || more <= 0) return 0
  const period = { from: periodStart, to: periodEnd }
  const amount = offer.monthly * more
  return Math.max(0, prorate({ amount, currency }, { from: at, to: periodEnd }, period))
}

function chargeMore(platform: PlatformDb, { subscription, offer, quantity, at }: Change): void {
  const more = quantity - offer.quantity
  const amount = restOfAddOn(subscription, offer, { more, at })
  if (amount <= 0) return
  const { tenantId, currency, timeZone, periodEnd } = subscription
  issueInvoice(platform, {
    ...{ tenantId, currency, timeZone, issuedAt: at, period: { from: at, to: periodEnd! } },
    lines: [{ kind: 'proration', values: { name: offer.name }, quantity: more, amount }],
    dueAt: addDays(at, billingRules.paymentTermDays, timeZone),
  })
}
