import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { noteCommissions } from '../sales/note-commissions.server.ts'
import { addDays, dayOfMonth } from './calendar.ts'
import { chargeLast, chargePeriod } from './charges.server.ts'
import { listOpenInvoices, settle } from './invoices.server.ts'
import { post } from './ledger.server.ts'
import { noteRevenue } from './mrr.server.ts'
import { noticeLater } from './notices.server.ts'
import { findPlan } from './plans.server.ts'
import { billingRules } from './rules.ts'
import { changeSubscription, findSubscription, move } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'

type Step = { dueAt: number; take: (subscription: Subscription, now: number) => void }

/** Steps one call takes at most; a company that was asleep for years goes on in the next job. */
const STEPS_MAX = 50

/**
 * Does what a subscription's clock says is due: trials end, periods renew, invoices fall due,
 * companies are suspended and given up. Safe to call at any time and as often as one likes.
 */
export function advance(platform: PlatformDb, tenantId: string, now: number): void {
  for (let step = 0; step < STEPS_MAX; step++) {
    const isDone = inPlatformTransaction(platform, () => {
      const subscription = findSubscription(platform, tenantId)
      if (!subscription) return true
      const [next] = stepsOf(platform, subscription).sort((a, b) => a.dueAt - b.dueAt)
      if (next && next.dueAt <= now) {
        next.take(subscription, now)
        return false
      }
      changeSubscription(platform, tenantId, { nextActionAt: next?.dueAt ?? null, at: now })
      if (next) wakeAt(platform, tenantId, next.dueAt)
      noteCommissions(platform, tenantId, now)
      return true
    })
    if (isDone) return
  }
  wakeAt(platform, tenantId, now)
}

/** The subscriptions whose time has come, for a sweep that heals a lost job. */
export function listDue(platform: PlatformDb, now: number, limit: number): string[] {
  return platformSqliteOf(platform)
    .prepare<[number, number], string>(
      `select tenant_id from subscriptions where next_action_at <= ? order by next_action_at limit ?`,
    )
    .pluck()
    .all(now, limit)
}

function wakeAt(platform: PlatformDb, tenantId: string, runAt: number): void {
  enqueuePlatformJob(
    platform,
    'subscription.advance',
    { tenantId },
    { key: `${tenantId}:${runAt}`, runAt },
  )
}

/**
 * After money came in or an invoice was taken back: a company that owes nothing due is active
 * again. One that was suspended beyond its period starts a new one today.
 */
export function noteSettled(platform: PlatformDb, tenantId: string, now: number): void {
  inPlatformTransaction(platform, () => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription || subscription.periodStart === null) return
    const open = listOpenInvoices(platform, tenantId)
    const owesDue = open.some(
      (invoice) => invoice.dueAt <= now || subscription.activatedAt === null,
    )
    if (owesDue) return
    const known = noteActivation(platform, subscription, now)
    const moved = move(platform, known, 'paid_up', now)
    if (moved.status === 'active' && moved.periodEnd! <= now && known.status === 'suspended')
      restart(platform, moved, now)
    noteRevenue(platform, findSubscription(platform, tenantId)!, now)
  })
  advance(platform, tenantId, now)
}

function noteActivation(
  platform: PlatformDb,
  subscription: Subscription,
  at: number,
): Subscription {
  if (subscription.activatedAt !== null) return subscription
  return changeSubscription(platform, subscription.tenantId, { activatedAt: at, at })
}

function restart(platform: PlatformDb, subscription: Subscription, at: number): void {
  const anchorDay = dayOfMonth(at, subscription.timeZone)
  const fresh = changeSubscription(platform, subscription.tenantId, { anchorDay, at })
  chargePeriod(platform, fresh, { from: at, at, closed: subscription })
}

function stepsOf(platform: PlatformDb, subscription: Subscription): Step[] {
  const { status, trialEndsAt, periodEnd, pastDueSince, suspendedAt, timeZone } = subscription
  const after = (at: number, days: number) => addDays(at, days, timeZone)
  if (status === 'trial')
    return [
      ...trialNotice(platform, subscription),
      { dueAt: trialEndsAt!, take: (known, now) => endTrial(platform, known, now) },
    ]
  if (status === 'suspended')
    return [
      {
        dueAt: after(suspendedAt!, billingRules.givenUpDays),
        take: (known, now) => giveUp(platform, known, now),
      },
    ]
  if (status === 'cancelled') return []
  const renewal: Step = { dueAt: periodEnd!, take: (known, now) => renew(platform, known, now) }
  if (status === 'past_due')
    return [
      renewal,
      ...reminder(platform, subscription),
      {
        dueAt: after(pastDueSince!, billingRules.graceDays),
        take: (known, now) => void move(platform, known, 'grace_over', now),
      },
    ]
  const [longest] = listOpenInvoices(platform, subscription.tenantId)
  if (!longest) return [renewal]
  return [
    renewal,
    {
      dueAt: longest.dueAt,
      take: (known, now) => void move(platform, known, 'overdue', now),
    },
  ]
}

/** Its owners hear some days before that the free days end, once. */
function trialNotice(platform: PlatformDb, subscription: Subscription): Step[] {
  const { tenantId, trialEndsAt, periodStart, noticesSent, timeZone } = subscription
  if (noticesSent > 0 || periodStart !== null) return []
  const take = (_known: Subscription, now: number) => {
    noticeLater(platform, tenantId, { kind: 'trial_ending', at: now, occasion: trialEndsAt! })
    changeSubscription(platform, tenantId, { noticesSent: 1, at: now })
  }
  return [{ dueAt: addDays(trialEndsAt!, -billingRules.trialNoticeDays, timeZone), take }]
}

/** The next reminder of what is unpaid. A clock that stood still says once what it missed. */
function reminder(platform: PlatformDb, subscription: Subscription): Step[] {
  const { tenantId, pastDueSince, noticesSent, timeZone } = subscription
  const days: readonly number[] = billingRules.reminderDays
  const day = days[noticesSent]
  if (day === undefined) return []
  const dueAt = (one: number) => addDays(pastDueSince!, one, timeZone)
  const take = (_known: Subscription, now: number) => {
    const count = days.filter((one) => dueAt(one) <= now).length
    const occasion = `${pastDueSince}:${count}`
    noticeLater(platform, tenantId, { kind: 'overdue', at: now, occasion })
    changeSubscription(platform, tenantId, { noticesSent: count, at: now })
  }
  return [{ dueAt: dueAt(day), take }]
}

/** A trial that was not paid for during it: the first invoice is due at once. */
function endTrial(platform: PlatformDb, subscription: Subscription, now: number): void {
  if (subscription.periodStart === null) firstInvoice(platform, subscription, now)
  move(platform, findSubscription(platform, subscription.tenantId)!, 'overdue', now)
}

/**
 * The invoice that ends a trial: plan, add-ons and setup fee, for the month that begins when
 * the free days are over, due that day.
 */
export function firstInvoice(platform: PlatformDb, subscription: Subscription, now: number): void {
  const from = subscription.trialEndsAt ?? now
  const anchorDay = dayOfMonth(from, subscription.timeZone)
  const known = changeSubscription(platform, subscription.tenantId, { anchorDay, at: now })
  chargePeriod(platform, known, { from, at: now, dueAt: Math.max(from, now), isFirst: true })
}

function renew(platform: PlatformDb, subscription: Subscription, now: number): void {
  const { tenantId, periodEnd, nextPlanId, currency } = subscription
  if (subscription.cancelsAtPeriodEnd) {
    chargeLast(platform, subscription, now)
    move(platform, subscription, 'cancelled', now)
    return
  }
  const plan = nextPlanId === null ? undefined : findPlan(platform, nextPlanId, currency)
  const known = plan
    ? changeSubscription(platform, tenantId, {
        ...{ planId: plan.id, monthly: plan.monthly, nextPlanId: null, at: now },
      })
    : subscription
  chargePeriod(platform, known, { from: periodEnd!, at: now, closed: subscription })
  noteRevenue(platform, findSubscription(platform, tenantId)!, now)
}

/** Ends a subscription nobody paid for; what is owed is written off in the books. */
function giveUp(platform: PlatformDb, subscription: Subscription, now: number): void {
  const { tenantId } = subscription
  chargeLast(platform, subscription, now)
  for (const invoice of listOpenInvoices(platform, tenantId)) {
    const lost = invoice.total - invoice.settled
    post(platform, {
      ...{ tenantId, at: now, kind: 'write_off', invoiceId: invoice.id },
      currency: invoice.currency,
      entries: [
        ['bad_debt', lost],
        ['receivable', -lost],
      ],
    })
    settle(platform, invoice.id, lost)
    platformSqliteOf(platform)
      .prepare(`update invoices set status = 'uncollectible' where id = ?`)
      .run(invoice.id)
  }
  move(platform, subscription, 'given_up', now)
}
