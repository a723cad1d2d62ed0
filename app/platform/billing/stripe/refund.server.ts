import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { noteSettled } from '../advance.server.ts'
import { findPayment, markPayment, settlePayment } from '../payments.server.ts'
import type { Payment } from '../payments.server.ts'
import { releaseRefund } from '../refunds.server.ts'
import type { CardProblem, Cards } from './client.server.ts'
import { CardsUnavailableError } from './keep.server.ts'

const LOOK_AGAIN_MS = 60 * 60_000
/** A bank may take days to take money back; afterwards a person looks at it. */
const GIVEN_UP_MS = 10 * 24 * 60 * 60_000

/**
 * Job card.refund: gives money of a card payment back. What the vendor knows already by our
 * number is only looked at, so running it again, at any time, gives nothing twice.
 */
export async function refundCard(
  platform: PlatformDb,
  { paymentId }: { paymentId: number },
  job: JobContext,
  cards: Cards | undefined,
): Promise<JobOutcome> {
  const refund = findPayment(platform, paymentId)
  const intentId = refund && findIntent(platform, refund)
  if (!refund || !intentId || !['asked', 'pending', 'review'].includes(refund.status)) return
  if (!cards) {
    markPayment(platform, paymentId, { status: 'review', reason: 'vendor_silent', at: Date.now() })
    return
  }
  const given = await cards.refund({ paymentId, intentId, amount: refund.amount })
  if (given.kind !== 'done') return afterProblem(platform, refund, given, job)
  return apply(platform, refund, given.value)
}

function findIntent(platform: PlatformDb, { id }: Payment): string | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], string>(
      `select paid.reference from payments r join payments paid on paid.id = r.refunds_payment_id
       where r.id = ? and r.direction = 'out' and r.method = 'card'`,
    )
    .pluck()
    .get(id)
}

function apply(
  platform: PlatformDb,
  refund: Payment,
  { id: vendorId, status }: { id: string; status: string },
): JobOutcome {
  const { id, tenantId, createdAt } = refund
  const at = Date.now()
  if (status === 'succeeded') {
    inPlatformTransaction(platform, () => {
      const settled = settlePayment(platform, id, { reference: vendorId, at })
      if (settled.ok) noteSettled(platform, tenantId, at)
      else markPayment(platform, id, { status: 'review', reason: settled.reason, vendorId, at })
    })
    return undefined
  }
  if (status === 'failed' || status === 'canceled') {
    fail(platform, refund, { reason: 'refund_failed', vendorId, at })
    return undefined
  }
  markPayment(platform, id, { status: 'pending', vendorId, at })
  if (at - createdAt < GIVEN_UP_MS) return { retryAfterMs: LOOK_AGAIN_MS }
  markPayment(platform, id, { status: 'review', reason: 'vendor_silent', at })
  return undefined
}

function afterProblem(
  platform: PlatformDb,
  refund: Payment,
  problem: CardProblem,
  job: JobContext,
): JobOutcome {
  const at = Date.now()
  if (problem.kind !== 'busy') {
    fail(platform, refund, { reason: 'refund_refused', at })
    return undefined
  }
  if (!job.isLastAttempt) throw new CardsUnavailableError(problem.kind)
  // Nobody can tell whether the money has left; it stays set aside until a person knows.
  markPayment(platform, refund.id, { status: 'review', reason: 'vendor_silent', at })
  return undefined
}

function fail(
  platform: PlatformDb,
  refund: Payment,
  { reason, vendorId, at }: { reason: string; vendorId?: string; at: number },
): void {
  inPlatformTransaction(platform, () => {
    markPayment(platform, refund.id, { status: 'failed', reason, vendorId, at })
    releaseRefund(platform, refund, at)
  })
}
