import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { findInvoice, listOpenInvoices, settle } from './invoices.server.ts'
import { noticeLater } from './notices.server.ts'
import { post } from './ledger.server.ts'
import type { Account } from './ledger.server.ts'
import { reservedOf } from './reserved.server.ts'

export type PaymentMethod = 'mpesa' | 'card' | 'bank' | 'cash'
export type PaymentStatus =
  'asked' | 'pending' | 'unknown' | 'review' | 'waiting_approval' | 'settled' | 'failed' | 'refused'

export type Payment = {
  id: number
  tenantId: string
  invoiceId: number | null
  method: PaymentMethod
  direction: 'in' | 'out'
  status: PaymentStatus
  currency: string
  amount: number
  reference: string | null
  vendorId: string | null
  phone: string | null
  reason: string | null
  recordedBy: number | null
  decidedBy: number | null
  createdAt: number
  settledAt: number | null
}

export type NewPayment = {
  tenantId: string
  invoiceId?: number
  method: PaymentMethod
  direction?: 'in' | 'out'
  status: 'asked' | 'waiting_approval'
  currency: string
  amount: number
  reference?: string
  phone?: string
  recordedBy?: number
  /** the payment by card whose money a refund gives back */
  refundsPaymentId?: number
  /** a kept card is charged while nobody is there */
  isAutomatic?: boolean
  at: number
}

const COLUMNS = `id, tenant_id as tenantId, invoice_id as invoiceId, method, direction, status,
  currency, amount, reference, vendor_id as vendorId, phone, reason, recorded_by as recordedBy,
  decided_by as decidedBy, created_at as createdAt, settled_at as settledAt`

/** Statuses out of which a payment can still become money. */
const UNDECIDED: readonly PaymentStatus[] = [
  ...(['asked', 'pending', 'unknown'] as const),
  ...(['review', 'waiting_approval'] as const),
]

/**
 * Writes down a payment before anything happens with it.
 *
 * @returns undefined when its reference is already in the books of this method
 */
export function addPayment(platform: PlatformDb, payment: NewPayment): number | undefined {
  const { changes, lastInsertRowid } = platformSqliteOf(platform)
    .prepare(
      `insert into payments (tenant_id, invoice_id, method, direction, status, currency, amount,
         reference, phone, recorded_by, refunds_payment_id, is_automatic, created_at, updated_at)
       values (@tenantId, @invoiceId, @method, @direction, @status, @currency, @amount,
         @reference, @phone, @recordedBy, @refundsPaymentId, @isAutomatic, @at, @at)
       on conflict do nothing`,
    )
    .run({
      ...{ invoiceId: null, direction: 'in', phone: null, recordedBy: null },
      ...payment,
      ...{
        reference: payment.reference ?? null,
        refundsPaymentId: payment.refundsPaymentId ?? null,
      },
      isAutomatic: payment.isAutomatic ? 1 : 0,
    })
  return changes === 0 ? undefined : Number(lastInsertRowid)
}

export function findPayment(platform: PlatformDb, id: number): Payment | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], Payment>(`select ${COLUMNS} from payments where id = ?`)
    .get(id)
}

/** The payment a vendor knows by its own id. */
export function findByVendorId(
  platform: PlatformDb,
  method: PaymentMethod,
  vendorId: string,
): Payment | undefined {
  return platformSqliteOf(platform)
    .prepare<[string, string], Payment>(
      `select ${COLUMNS} from payments where method = ? and vendor_id = ?`,
    )
    .get(method, vendorId)
}

/**
 * Moves an undecided payment on; one that is decided stays as it is, but a failed one that was
 * paid after all goes to review.
 *
 * @returns whether it moved
 */
export function markPayment(
  platform: PlatformDb,
  id: number,
  change: {
    status: Exclude<PaymentStatus, 'settled'>
    vendorId?: string
    reason?: string
    decidedBy?: number
    at: number
  },
): boolean {
  const { changes } = platformSqliteOf(platform)
    .prepare(
      `update payments set status = @status, vendor_id = coalesce(@vendorId, vendor_id),
         reason = coalesce(@reason, reason), decided_by = coalesce(@decidedBy, decided_by),
         updated_at = @at
       where id = @id and (status in (${UNDECIDED.map((one) => `'${one}'`).join(', ')})
         or status = 'failed' and @status = 'review')`,
    )
    .run({ id, vendorId: null, reason: null, decidedBy: null, ...change })
  if (changes > 0 && change.status === 'failed') noteFailed(platform, id, change)
  return changes > 0
}

/** Whoever turned away themselves knows. */
const UNTOLD: readonly (string | undefined)[] = ['cancelled_on_phone', 'left_page', 'not_opened']

/** Everybody else hears why nothing was paid. */
function noteFailed(
  platform: PlatformDb,
  id: number,
  { reason, at }: { reason?: string; at: number },
): void {
  const payment = findPayment(platform, id)
  if (payment?.direction !== 'in' || UNTOLD.includes(reason)) return
  const about = String(id)
  noticeLater(platform, payment.tenantId, { kind: 'payment_failed', at, occasion: about, about })
}

export type SettleOptions = { reference?: string; decidedBy?: number; at: number }
export type SettleResult =
  | { ok: true; isNew: boolean }
  | { ok: false; reason: 'not_found' | 'reference_taken' | 'not_enough_credit' }

/**
 * The money is there (or has left): books it once, however often it is told. A payment pays the
 * invoice it was for, then the longest due; what is left is the company's credit. One that was
 * given up as failed is booked all the same, because the money moved.
 */
export function settlePayment(
  platform: PlatformDb,
  id: number,
  { reference, decidedBy, at }: SettleOptions,
): SettleResult {
  return inPlatformTransaction(platform, (): SettleResult => {
    const payment = findPayment(platform, id)
    if (!payment) return { ok: false, reason: 'not_found' }
    if (payment.status === 'settled') return noteReceipt(platform, payment, reference)
    if (reference && isTaken(platform, payment, reference))
      return { ok: false, reason: 'reference_taken' }
    const isBooked =
      payment.direction === 'in' ? bookIn(platform, payment, at) : bookOut(platform, payment, at)
    if (!isBooked) return { ok: false, reason: 'not_enough_credit' }
    platformSqliteOf(platform)
      .prepare(
        `update payments set status = 'settled', settled_at = @at, updated_at = @at,
           reference = coalesce(@reference, reference), decided_by = coalesce(@decidedBy, decided_by)
         where id = @id`,
      )
      .run({ id, at, reference: reference ?? null, decidedBy: decidedBy ?? null })
    return { ok: true, isNew: true }
  })
}

/** A payment that was booked on the vendor's answer gets its receipt when the callback comes. */
function noteReceipt(platform: PlatformDb, payment: Payment, reference?: string): SettleResult {
  if (reference && payment.reference === null)
    platformSqliteOf(platform)
      .prepare('update or ignore payments set reference = ? where id = ?')
      .run(reference, payment.id)
  return { ok: true, isNew: false }
}

function isTaken(platform: PlatformDb, payment: Payment, reference: string): boolean {
  const { method, direction, id } = payment
  return Boolean(
    platformSqliteOf(platform)
      .prepare(
        'select 1 from payments where method = ? and direction = ? and reference = ? and id <> ?',
      )
      .get(method, direction, reference, id),
  )
}

function bookIn(platform: PlatformDb, payment: Payment, at: number): boolean {
  const { tenantId, currency, id: paymentId, method } = payment
  const wanted = payment.invoiceId === null ? undefined : findInvoice(platform, payment.invoiceId)
  const open = listOpenInvoices(platform, tenantId).filter((one) => one.currency === currency)
  const order = [...open].sort((a, b) => Number(b.id === wanted?.id) - Number(a.id === wanted?.id))
  let left = payment.amount
  for (const invoice of order) {
    const part = Math.min(left, invoice.total - invoice.settled)
    if (part === 0) break
    settle(platform, invoice.id, part)
    left -= part
  }
  post(platform, {
    ...{ tenantId, at, kind: 'payment', paymentId, currency },
    entries: [
      [method satisfies Account, payment.amount],
      ['receivable', left - payment.amount],
      ['customer_credit', -left],
    ],
  })
  const about = String(paymentId)
  noticeLater(platform, tenantId, { kind: 'payment_received', at, occasion: about, about })
  return true
}

function bookOut(platform: PlatformDb, payment: Payment, at: number): boolean {
  const { tenantId, currency, id: paymentId, method, amount } = payment
  const kept = reservedOf(platform, tenantId, { currency, except: paymentId })
  if (creditOf(platform, tenantId, currency) - kept < amount) return false
  post(platform, {
    ...{ tenantId, at, kind: 'refund', paymentId, currency },
    entries: [
      ['customer_credit', amount],
      [method satisfies Account, -amount],
    ],
  })
  const about = String(paymentId)
  noticeLater(platform, tenantId, { kind: 'refunded', at, occasion: about, about })
  return true
}

/** What a company has in credit, minor units. */
export function creditOf(platform: PlatformDb, tenantId: string, currency: string): number {
  return platformSqliteOf(platform)
    .prepare<[string, string], number>(
      `select -coalesce(sum(amount), 0) from ledger_entries
       where tenant_id = ? and account = 'customer_credit' and currency = ?`,
    )
    .pluck()
    .get(tenantId, currency)!
}
