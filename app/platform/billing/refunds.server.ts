import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { noteSettled } from './advance.server.ts'
import { spendCredit } from './invoices.server.ts'
import { addPayment, creditOf, findPayment, markPayment } from './payments.server.ts'
import type { Payment, PaymentMethod } from './payments.server.ts'
import { reservedOf } from './reserved.server.ts'
import { findSubscription } from './subscriptions.server.ts'

type User = { id: number; name: string }

/** A payment by card of which something can still be given back. Amounts are minor units. */
export type Refundable = {
  id: number
  invoiceNumber: string | null
  currency: string
  amount: number
  left: number
  settledAt: number
}

/** The card payments of a company that can be given back, the newest first. */
export function listRefundable(platform: PlatformDb, tenantId: string): Refundable[] {
  return platformSqliteOf(platform)
    .prepare<[string], Refundable>(
      `select * from (
         select p.id, i.number as invoiceNumber, p.currency, p.amount, p.settled_at as settledAt,
           p.amount - (select coalesce(sum(r.amount), 0) from payments r
             where r.refunds_payment_id = p.id and r.status not in ('failed', 'refused')) as left
         from payments p left join invoices i on i.id = p.invoice_id
         where p.tenant_id = ? and p.method = 'card' and p.direction = 'in'
           and p.status = 'settled' and p.reference like 'pi\\_%' escape '\\'
       ) where left > 0 order by id desc limit 50`,
    )
    .all(tenantId)
}

/** What of a company's credit can be paid back now, minor units. */
export function refundableCredit(platform: PlatformDb, tenantId: string, currency: string): number {
  const credit = creditOf(platform, tenantId, currency)
  return Math.max(0, credit - reservedOf(platform, tenantId, { currency }))
}

export type AskRefundResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'no_subscription' | 'no_credit' | 'not_refundable' | 'reference_taken' }

export type RefundAsk = {
  tenantId: string
  /** minor units */
  amount: number
  at: number
} & (
  | { method: 'card'; paymentId: number }
  /** the money was sent already; the reference says how */
  | { method: Exclude<PaymentMethod, 'card'>; reference: string }
)

/** Somebody wants credit of a company paid back. Nothing moves before a second person agrees. */
export function askRefund(platform: PlatformDb, user: User, ask: RefundAsk): AskRefundResult {
  const { tenantId, amount, method, at } = ask
  return inPlatformTransaction(platform, (): AskRefundResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    const { currency } = subscription
    if (amount > refundableCredit(platform, tenantId, currency))
      return { ok: false, reason: 'no_credit' }
    const paid =
      ask.method === 'card'
        ? listRefundable(platform, tenantId).find(({ id }) => id === ask.paymentId)
        : undefined
    if (method === 'card' && (!paid || paid.left < amount || paid.currency !== currency))
      return { ok: false, reason: 'not_refundable' }
    const id = addPayment(platform, {
      ...{ tenantId, method, amount, currency, at, direction: 'out', recordedBy: user.id },
      ...{ status: 'waiting_approval', refundsPaymentId: paid?.id },
      reference: ask.method === 'card' ? undefined : ask.reference,
    })
    if (id === undefined) return { ok: false, reason: 'reference_taken' }
    note(platform, user, 'refund.asked', { tenantId, id, amount })
    return { ok: true, id }
  })
}

/** A second person agreed to a refund by card: from now on its amount is set aside. */
export function sendRefund(
  platform: PlatformDb,
  user: User,
  { payment, at }: { payment: Payment; at: number },
): 'sent' | 'not_enough_credit' {
  const { id, tenantId, currency, amount } = payment
  if (amount > refundableCredit(platform, tenantId, currency)) return 'not_enough_credit'
  markPayment(platform, id, { status: 'asked', decidedBy: user.id, at })
  refundLater(platform, id, at)
  return 'sent'
}

/** Has the vendor asked for a refund, or asked what became of it: the same one either way. */
export function refundLater(
  platform: PlatformDb,
  paymentId: number,
  occasion: number | string,
): void {
  enqueuePlatformJob(platform, 'card.refund', { paymentId }, { key: `${paymentId}:${occasion}` })
}

/** A refund that nobody could tell the end of is asked for again; the vendor gives it once. */
export function retryRefund(
  platform: PlatformDb,
  user: User,
  { id, at }: { id: number; at: number },
): { ok: true } | { ok: false; reason: 'not_found' | 'already_decided' } {
  return inPlatformTransaction(platform, () => {
    const payment = findPayment(platform, id)
    if (payment?.direction !== 'out' || payment.method !== 'card')
      return { ok: false, reason: 'not_found' }
    if (payment.status !== 'review') return { ok: false, reason: 'already_decided' }
    refundLater(platform, id, at)
    note(platform, user, 'refund.retried', {
      ...{ tenantId: payment.tenantId, id, amount: payment.amount },
    })
    return { ok: true }
  })
}

/** A refund did not happen: what was set aside for it pays what is open, or stays credit. */
export function releaseRefund(platform: PlatformDb, payment: Payment, at: number): void {
  const { tenantId, currency } = payment
  spendCredit(platform, tenantId, { currency, at })
  noteSettled(platform, tenantId, at)
}

function note(
  platform: PlatformDb,
  user: User,
  action: string,
  { tenantId, ...details }: { tenantId: string; id: number; amount: number },
): void {
  const by = { kind: 'user', id: user.id, name: user.name } as const
  recordPlatformAudit(platform, by, { action, tenantId, details })
}
