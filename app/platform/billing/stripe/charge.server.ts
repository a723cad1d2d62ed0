import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { findInvoice } from '../invoices.server.ts'
import type { Invoice } from '../invoices.server.ts'
import { addPayment, findPayment, markPayment } from '../payments.server.ts'
import { findSubscription } from '../subscriptions.server.ts'
import { chargeLater } from './charge-later.server.ts'
import { findCardCustomer } from './card.server.ts'
import type { CardProblem, Cards } from './client.server.ts'
import { CardsUnavailableError } from './keep.server.ts'
import { applyIntent } from './look.server.ts'
import { isRunning, lookLater } from './pay.server.ts'

const RUNNING_AGAIN_MS = 3 * 60_000
const LOOK_AGAIN_MS = 60_000

type Ask = { invoiceId: number; attempt: number }

/**
 * Job card.charge: takes what is open on an invoice from the card the company left. The charge
 * has a key at the vendor, so a job that is run again asks for the same one.
 */
export async function chargeInvoice(
  platform: PlatformDb,
  ask: Ask,
  job: JobContext,
  cards: Cards | undefined,
): Promise<JobOutcome> {
  const invoice = findInvoice(platform, ask.invoiceId)
  const begun = invoice && begin(platform, invoice)
  if (!begun || !cards) return undefined
  if (begun === 'running') return { retryAfterMs: RUNNING_AGAIN_MS }
  const { paymentId, amount, customerId, paymentMethodId } = begun
  const { tenantId, currency, number: label } = invoice
  const charged = await cards.charge({
    ...{ paymentId, tenantId, customerId, paymentMethodId, amount, currency, label },
  })
  if (charged.kind !== 'done')
    return afterProblem(platform, { ...ask, invoice, paymentId }, charged, job)
  const at = Date.now()
  const payment = findPayment(platform, paymentId)!
  const isDecided = applyIntent(platform, payment, charged.value, at)
  if (!isDecided) lookLater(platform, paymentId, { at: at + LOOK_AGAIN_MS })
  if (findPayment(platform, paymentId)!.status === 'failed')
    chargeLater(platform, invoice, at, ask.attempt + 1)
  return undefined
}

type Begun = { paymentId: number; amount: number; customerId: string; paymentMethodId: string }

/** Writes the payment down, or finds the one an earlier run of this job has written. */
function begin(platform: PlatformDb, invoice: Invoice): Begun | 'running' | undefined {
  const { id: invoiceId, tenantId, currency } = invoice
  return inPlatformTransaction(platform, () => {
    const customer = findCardCustomer(platform, tenantId)
    if (!customer?.card) return undefined
    const { paymentMethodId } = customer.card
    const customerId = customer.vendorId
    const earlier = findUnanswered(platform, invoiceId)
    if (earlier) return { ...earlier, customerId, paymentMethodId }
    const amount = invoice.total - invoice.settled
    if (invoice.status !== 'open' || amount === 0) return undefined
    const { status, cancelledAt } = findSubscription(platform, tenantId) ?? {}
    // What ended owing is paid by hand; what was used in the last month is charged like every month.
    if (status === 'cancelled' && invoice.issuedAt < cancelledAt!) return undefined
    const at = Date.now()
    if (isRunning(platform, invoiceId, at)) return 'running'
    const paymentId = addPayment(platform, {
      ...{ tenantId, invoiceId, method: 'card', status: 'asked', currency, amount, at },
      isAutomatic: true,
    })!
    return { paymentId, amount, customerId, paymentMethodId }
  })
}

function findUnanswered(
  platform: PlatformDb,
  invoiceId: number,
): { paymentId: number; amount: number } | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], { paymentId: number; amount: number }>(
      `select id as paymentId, amount from payments where invoice_id = ? and is_automatic = 1
         and status = 'asked' and vendor_id is null`,
    )
    .get(invoiceId)
}

function afterProblem(
  platform: PlatformDb,
  ask: Ask & { invoice: Invoice; paymentId: number },
  problem: CardProblem,
  job: JobContext,
): JobOutcome {
  const { paymentId, invoice, attempt } = ask
  const at = Date.now()
  if (problem.kind === 'busy' && !job.isLastAttempt) throw new CardsUnavailableError(problem.kind)
  if (problem.kind === 'busy') {
    // Nobody can tell whether the card was charged: the vendor's own list says.
    markPayment(platform, paymentId, { status: 'review', reason: 'vendor_silent', at })
    return undefined
  }
  const isDeclined = problem.kind === 'declined'
  const reason = isDeclined ? problem.reason : 'refused_by_vendor'
  const vendorId = isDeclined ? problem.intentId : undefined
  inPlatformTransaction(platform, () => {
    markPayment(platform, paymentId, { status: 'failed', reason, vendorId, at })
    chargeLater(platform, invoice, at, attempt + 1)
  })
  return undefined
}
