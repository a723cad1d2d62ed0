import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import { noteSettled } from '../advance.server.ts'
import { findByVendorId, findPayment, markPayment, settlePayment } from '../payments.server.ts'
import type { Payment } from '../payments.server.ts'
import { billingRules } from '../rules.ts'
import { readReceipt, stkCallback, stkFailures } from './wire.ts'
import type { StkCallback } from './wire.ts'

export type CallbackOutcome = 'applied' | 'repeated' | 'unmatched' | 'contradiction' | 'unreadable'

/**
 * Takes what the vendor says about a prompt. It is written down as it came before anything is
 * concluded; whatever cannot be trusted or read is settled by asking the vendor instead.
 *
 * @param raw the exact body
 * @returns `unreadable` with `isShapeWrong` when it was JSON of another shape
 */
export function takeCallback(
  platform: PlatformDb,
  { paymentId, raw, at }: { paymentId: number; raw: string; at: number },
): { outcome: CallbackOutcome; isShapeWrong: boolean } {
  return inPlatformTransaction(platform, () => {
    const { lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into payment_callbacks (method, body, received_at, payment_id)
         values ('mpesa', ?, ?, (select id from payments where id = ?))`,
      )
      .run(raw, at, paymentId)
    const read = readCallback(raw)
    const outcome = read.callback
      ? conclude(platform, paymentId, read.callback, at)
      : resolveByQuery(platform, paymentId, at)
    platformSqliteOf(platform)
      .prepare('update payment_callbacks set outcome = ?, vendor_id = ? where id = ?')
      .run(outcome, read.callback?.CheckoutRequestID ?? null, lastInsertRowid)
    return { outcome, isShapeWrong: read.isShapeWrong }
  })
}

function readCallback(raw: string): { callback?: StkCallback; isShapeWrong: boolean } {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    // Seen in the wild: a number with a leading zero. The money may still have moved.
    return { isShapeWrong: false }
  }
  const read = stkCallback.safeParse(value)
  if (!read.success) return { isShapeWrong: true }
  return { callback: read.data.Body.stkCallback, isShapeWrong: false }
}

function resolveByQuery(platform: PlatformDb, paymentId: number, at: number): CallbackOutcome {
  const payment = findPayment(platform, paymentId)
  if (payment?.vendorId) askVendor(platform, paymentId, at)
  return 'unreadable'
}

function conclude(
  platform: PlatformDb,
  paymentId: number,
  callback: StkCallback,
  at: number,
): CallbackOutcome {
  const payment = findPayment(platform, paymentId)
  if (!payment) return 'unmatched'
  const { CheckoutRequestID: vendorId } = callback
  const owner = findByVendorId(platform, 'mpesa', vendorId)
  if (owner ? owner.id !== paymentId : payment.vendorId !== null) return 'contradiction'
  // It can overtake the answer to our own request; then it tells us the vendor's id.
  if (!owner) markPayment(platform, paymentId, { status: 'pending', vendorId, at })
  return callback.ResultCode === 0
    ? paid(platform, payment, callback, at)
    : notPaid(platform, payment, callback, at)
}

function paid(
  platform: PlatformDb,
  payment: Payment,
  callback: StkCallback,
  at: number,
): CallbackOutcome {
  const receipt = readReceipt(callback)
  if (!receipt) {
    if (payment.status !== 'settled') askVendor(platform, payment.id, at)
    return 'unreadable'
  }
  if (payment.status === 'settled' && payment.reference !== null)
    return payment.reference === receipt.receipt ? 'repeated' : 'contradiction'
  const isExpected = receipt.amount * 100 === payment.amount && payment.status !== 'failed'
  if (!isExpected) return review(platform, payment, `mpesa ${receipt.receipt}`, at)
  if (payment.amount >= billingRules.confirmFrom && payment.status !== 'settled') {
    askVendor(platform, payment.id, at)
    return noteReference(platform, payment, receipt.receipt, at)
  }
  const result = settlePayment(platform, payment.id, { reference: receipt.receipt, at })
  if (!result.ok) return review(platform, payment, 'receipt_used', at)
  noteSettled(platform, payment.tenantId, at)
  return 'applied'
}

/** A large payment is believed when the vendor, asked by us, says the same. */
function noteReference(
  platform: PlatformDb,
  payment: Payment,
  reference: string,
  at: number,
): CallbackOutcome {
  const { changes } = platformSqliteOf(platform)
    .prepare(`update or ignore payments set reference = ?, updated_at = ? where id = ?`)
    .run(reference, at, payment.id)
  return changes > 0 ? 'applied' : review(platform, payment, 'receipt_used', at)
}

function review(
  platform: PlatformDb,
  payment: Payment,
  reason: string,
  at: number,
): CallbackOutcome {
  markPayment(platform, payment.id, { status: 'review', reason, at })
  return 'contradiction'
}

function notPaid(
  platform: PlatformDb,
  payment: Payment,
  { ResultCode: code }: StkCallback,
  at: number,
): CallbackOutcome {
  if (payment.status === 'settled') return 'contradiction'
  const reason = stkFailures[code] ?? 'failed'
  const isMoved = markPayment(platform, payment.id, { status: 'failed', reason, at })
  return isMoved ? 'applied' : 'repeated'
}

function askVendor(platform: PlatformDb, paymentId: number, at: number): void {
  enqueuePlatformJob(
    platform,
    'mpesa.query',
    { paymentId },
    { key: `${paymentId}:${at}`, runAt: at },
  )
}
