import type { JobOutcome } from '#app/jobs/run-job.server.ts'
import { inPlatformTransaction } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import { noteSettled } from '../advance.server.ts'
import { findPayment, markPayment, settlePayment } from '../payments.server.ts'
import type { Payment } from '../payments.server.ts'
import type { Cards } from './client.server.ts'
import type { CheckoutSession, Intent } from './shapes.ts'

const SOONEST_MS = 30_000
const LATEST_MS = 60 * 60_000
/** Afterwards a person looks at it. */
const GIVEN_UP_MS = 3 * 24 * 60 * 60_000

/**
 * Job card.look: asks the vendor what became of a payment and writes that. Webhooks only say when
 * to look, so that forged, late, doubled or reordered ones change nothing.
 */
export async function lookAtPayment(
  platform: PlatformDb,
  { paymentId, vendorId }: { paymentId: number; vendorId?: string },
  cards: Cards | undefined,
): Promise<JobOutcome> {
  const payment = findPayment(platform, paymentId)
  if (payment?.method !== 'card' || payment.direction !== 'in') return undefined
  if (payment.status === 'settled' || payment.status === 'refused') return undefined
  const id = payment.vendorId ?? vendorId
  if (!id || !cards) return again(platform, payment)
  // An event that finds nothing decided is followed by another, or by the look that is due anyway.
  const later = () => (vendorId ? undefined : again(platform, payment))
  if (id.startsWith('pi_')) {
    const read = await cards.readIntent(id)
    if (read.kind !== 'done') return again(platform, payment)
    const isDecided = applyIntent(platform, payment, read.value, Date.now())
    return isDecided ? undefined : later()
  }
  const read = await cards.readSession(id)
  if (read.kind !== 'done') return again(platform, payment)
  const isDone = applySession(platform, payment, read.value, Date.now())
  return isDone ? undefined : later()
}

function again(platform: PlatformDb, { id, createdAt, status }: Payment): JobOutcome {
  const at = Date.now()
  const age = at - createdAt
  if (status === 'failed' || status === 'review') return undefined
  if (age < GIVEN_UP_MS) return { retryAfterMs: Math.min(LATEST_MS, Math.max(SOONEST_MS, age)) }
  markPayment(platform, id, { status: 'review', reason: 'vendor_silent', at })
  return undefined
}

/**
 * Writes what the vendor's page became: paid, left, or still open.
 *
 * @returns whether it is decided
 */
export function applySession(
  platform: PlatformDb,
  payment: Payment,
  session: CheckoutSession,
  at: number,
): boolean {
  const { id, tenantId } = payment
  const isOurs = session.paymentId === id && session.tenantId === tenantId
  if (!isOurs) return toReview(platform, payment, 'card_mismatch', at)
  if (session.status === 'expired') {
    markPayment(platform, id, { status: 'failed', reason: 'left_page', at })
    return true
  }
  // A webhook can overtake the answer to our own request; then it tells us the vendor's name.
  if (payment.vendorId === null)
    markPayment(platform, id, { status: 'pending', vendorId: session.id, at })
  if (session.status === 'open' || !session.isPaid) return false
  const { intentId, keptMethodId } = session
  book(platform, payment, { ...session, intentId }, at)
  if (keptMethodId) keepLater(platform, tenantId, keptMethodId, at)
  return true
}

/**
 * Writes what a charge became.
 *
 * @returns whether it is decided
 */
export function applyIntent(
  platform: PlatformDb,
  payment: Payment,
  intent: Intent,
  at: number,
): boolean {
  const { id: paymentId } = payment
  if (intent.paymentId !== paymentId) return toReview(platform, payment, 'card_mismatch', at)
  if (intent.status === 'succeeded') {
    book(platform, payment, { ...intent, intentId: intent.id }, at)
    return true
  }
  if (intent.status === 'processing') {
    markPayment(platform, paymentId, { status: 'pending', vendorId: intent.id, at })
    return false
  }
  const needsPerson = intent.status === 'requires_action'
  const reason = needsPerson ? 'authentication_required' : 'card_declined'
  markPayment(platform, paymentId, { status: 'failed', vendorId: intent.id, reason, at })
  return true
}

/** Money that is not what was asked for pays nothing before a person has looked. */
function book(
  platform: PlatformDb,
  payment: Payment,
  paid: { amount: number; currency: string; intentId: string | undefined },
  at: number,
): void {
  const { id, tenantId } = payment
  const isExpected = paid.amount === payment.amount && paid.currency === payment.currency
  if (!isExpected) {
    toReview(platform, payment, `card ${paid.intentId ?? ''}`, at)
    return
  }
  inPlatformTransaction(platform, () => {
    const settled = settlePayment(platform, id, { reference: paid.intentId, at })
    if (settled.ok) noteSettled(platform, tenantId, at)
    else toReview(platform, payment, 'receipt_used', at)
  })
}

function toReview(platform: PlatformDb, payment: Payment, reason: string, at: number): true {
  markPayment(platform, payment.id, { status: 'review', reason, at })
  return true
}

function keepLater(
  platform: PlatformDb,
  tenantId: string,
  paymentMethodId: string,
  since: number,
): void {
  const payload = { tenantId, paymentMethodId, since }
  enqueuePlatformJob(platform, 'card.keep', payload, { key: `${tenantId}:${paymentMethodId}` })
}
