import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import { noteSettled } from '../advance.server.ts'
import { findInvoice } from '../invoices.server.ts'
import { addPayment, findPayment, markPayment, settlePayment } from '../payments.server.ts'
import type { Payment } from '../payments.server.ts'
import type { Mpesa, MpesaProblem } from './client.server.ts'
import { STK_AMOUNT_MAX, stkFailures } from './wire.ts'

export type AskResult =
  | { ok: true; paymentId: number }
  | {
      ok: false
      reason: 'not_found' | 'nothing_open' | 'not_payable' | 'phone_invalid' | 'already_asked'
    }

/** Kenyan mobile numbers as the vendor takes them. */
const PHONE = /^254(7|1)\d{8}$/
/** A second prompt within this time is somebody clicking twice. */
const ASKED_RECENTLY_MS = 2 * 60_000
const FIRST_QUERY_MS = 20_000
const GIVEN_UP_MS = 10 * 60_000

/**
 * Asks for what is open on an invoice by a prompt on a phone. The payment is written down first;
 * a job makes the prompt, so that a second click or a crash never makes two.
 *
 * @param phone digits with 254 in front
 */
export function askByMpesa(
  platform: PlatformDb,
  ask: { tenantId: string; invoiceId: number; phone: string; at: number },
): AskResult {
  const { tenantId, invoiceId, phone, at } = ask
  if (!PHONE.test(phone)) return { ok: false, reason: 'phone_invalid' }
  return inPlatformTransaction(platform, (): AskResult => {
    const invoice = findInvoice(platform, invoiceId)
    if (!invoice || invoice.tenantId !== tenantId) return { ok: false, reason: 'not_found' }
    const amount = invoice.total - invoice.settled
    if (invoice.status !== 'open' || amount === 0) return { ok: false, reason: 'nothing_open' }
    const isWhole = amount % 100 === 0 && amount <= STK_AMOUNT_MAX * 100
    if (invoice.currency !== 'KES' || !isWhole) return { ok: false, reason: 'not_payable' }
    if (isRunning(platform, tenantId, at)) return { ok: false, reason: 'already_asked' }
    const paymentId = addPayment(platform, {
      ...{ tenantId, invoiceId, method: 'mpesa', status: 'asked', currency: 'KES' },
      ...{ amount, phone, at },
    })!
    enqueuePlatformJob(platform, 'mpesa.push', { paymentId }, { key: String(paymentId), runAt: at })
    return { ok: true, paymentId }
  })
}

function isRunning(platform: PlatformDb, tenantId: string, at: number): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare(
        `select 1 from payments where tenant_id = ? and method = 'mpesa'
           and status in ('asked', 'pending', 'unknown') and created_at > ?`,
      )
      .get(tenantId, at - ASKED_RECENTLY_MS),
  )
}

type PushDeps = { mpesa: Mpesa | undefined; toCallbackUrl: (paymentId: number) => string }

/** Makes the prompt. From the moment the request leaves until it is answered, nobody knows. */
export async function pushPayment(
  platform: PlatformDb,
  { paymentId }: { paymentId: number },
  job: JobContext,
  { mpesa, toCallbackUrl }: PushDeps,
): Promise<JobOutcome> {
  const payment = findPayment(platform, paymentId)
  // A prompt that may have left is never sent again: a second one could be paid as well.
  if (payment?.status !== 'asked' || payment.phone === null) return undefined
  if (!mpesa) return fail(platform, payment, 'not_configured')
  const leavesAt = Date.now()
  markPayment(platform, paymentId, { status: 'unknown', at: leavesAt })
  // Whatever becomes of this process, a prompt that nobody answers for ends with a person.
  queryLater(platform, paymentId, leavesAt + GIVEN_UP_MS)
  const result = await mpesa.push({
    amount: payment.amount / 100,
    phone: payment.phone,
    callbackUrl: toCallbackUrl(paymentId),
    reference: payment.invoiceId === null ? payment.tenantId : `INV${payment.invoiceId}`,
    description: 'Subscription',
  })
  const at = Date.now()
  if (result.kind === 'queued') {
    const { checkoutRequestId: vendorId } = result
    markPayment(platform, paymentId, { status: 'pending', vendorId, at })
    queryLater(platform, paymentId, at + FIRST_QUERY_MS)
    return undefined
  }
  return afterProblem(platform, payment, result, job)
}

function afterProblem(
  platform: PlatformDb,
  payment: Payment,
  problem: MpesaProblem,
  job: JobContext,
): JobOutcome {
  if (problem.kind === 'unknown') return undefined
  if (problem.kind === 'refused') return fail(platform, payment, 'refused_by_vendor')
  if (job.isLastAttempt) return fail(platform, payment, 'vendor_busy')
  markPayment(platform, payment.id, { status: 'asked', at: Date.now() })
  throw new MpesaUnavailableError(problem.kind)
}

class MpesaUnavailableError extends Error {
  override name = 'MpesaUnavailable'
}

function fail(platform: PlatformDb, payment: Payment, reason: string): JobOutcome {
  markPayment(platform, payment.id, { status: 'failed', reason, at: Date.now() })
  return undefined
}

function queryLater(platform: PlatformDb, paymentId: number, runAt: number): void {
  enqueuePlatformJob(
    platform,
    'mpesa.query',
    { paymentId },
    { key: `${paymentId}:${runAt}`, runAt },
  )
}

/** Asks what became of a prompt, until it is decided or ten minutes are over. */
export async function queryPayment(
  platform: PlatformDb,
  { paymentId }: { paymentId: number },
  mpesa: Mpesa | undefined,
): Promise<JobOutcome> {
  const payment = findPayment(platform, paymentId)
  const isOpen = payment && (payment.status === 'pending' || payment.status === 'unknown')
  if (!isOpen) return undefined
  if (payment.vendorId === null || !mpesa) return giveUpLater(platform, payment)
  const result = await mpesa.query(payment.vendorId)
  const at = Date.now()
  if (result.kind === 'result' && result.code === 0) return bookConfirmed(platform, payment, at)
  if (result.kind === 'result') {
    const reason = stkFailures[result.code] ?? 'failed'
    markPayment(platform, paymentId, { status: 'failed', reason, at })
    return undefined
  }
  return giveUpLater(platform, payment)
}

/** Asks again for ten minutes; then a person looks at it. */
function giveUpLater(platform: PlatformDb, { id, createdAt }: Payment): JobOutcome {
  const at = Date.now()
  const age = at - createdAt
  if (age < GIVEN_UP_MS) return { retryAfterMs: Math.max(FIRST_QUERY_MS, age) }
  markPayment(platform, id, { status: 'review', reason: 'vendor_silent', at })
  return undefined
}

/** The vendor's answer names no receipt; the callback brings it, before or after. */
function bookConfirmed(platform: PlatformDb, payment: Payment, at: number): JobOutcome {
  const result = settlePayment(platform, payment.id, { at })
  if (result.ok) noteSettled(platform, payment.tenantId, at)
  return undefined
}
