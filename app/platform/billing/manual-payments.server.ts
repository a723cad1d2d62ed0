import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { noteSettled } from './advance.server.ts'
import { addPayment, findPayment, markPayment, settlePayment } from './payments.server.ts'
import type { Payment, PaymentMethod, PaymentStatus } from './payments.server.ts'
import { releaseRefund, sendRefund } from './refunds.server.ts'
import { findSubscription } from './subscriptions.server.ts'

const PAGE_SIZE = 30

export type RecordedPayment = {
  id: number
  tenantId: string
  company: string
  slug: string
  method: PaymentMethod
  direction: 'in' | 'out'
  status: PaymentStatus
  currency: string
  amount: number
  reference: string | null
  reason: string | null
  invoiceNumber: string | null
  recordedBy: number | null
  recorderName: string | null
  deciderName: string | null
  createdAt: number
}

type User = { id: number; name: string }

export type RecordResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'unknown_company' | 'no_subscription' | 'reference_taken' }

/**
 * Somebody saw money arrive by bank, in cash or on the M-Pesa statement. Nothing is booked until a
 * second person has looked.
 *
 * @param money.amount minor units
 */
export function recordPayment(
  platform: PlatformDb,
  user: User,
  money: {
    slug: string
    method: PaymentMethod
    amount: number
    reference: string
    at: number
  },
): RecordResult {
  const { slug, method, amount, reference, at } = money
  return inPlatformTransaction(platform, (): RecordResult => {
    const tenantId = platformSqliteOf(platform)
      .prepare<[string], string>(`select id from tenants where slug = ? and status <> 'deleted'`)
      .pluck()
      .get(slug)
    if (!tenantId) return { ok: false, reason: 'unknown_company' }
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    const { currency } = subscription
    const id = addPayment(platform, {
      ...{ tenantId, method, amount, reference, currency, at },
      ...{ status: 'waiting_approval', recordedBy: user.id },
    })
    if (id === undefined) return { ok: false, reason: 'reference_taken' }
    note(platform, user, 'payment.recorded', { tenantId, id, amount })
    return { ok: true, id }
  })
}

export type DecideResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'already_decided' | 'same_person' | 'not_enough_credit' }

/** A second person says that the money is there: it is booked and pays what is due longest. */
export function approvePayment(
  platform: PlatformDb,
  user: User,
  { id, at }: { id: number; at: number },
): DecideResult {
  return inPlatformTransaction(platform, (): DecideResult => {
    const payment = findPayment(platform, id)
    if (!payment) return { ok: false, reason: 'not_found' }
    if (payment.status !== 'waiting_approval') return { ok: false, reason: 'already_decided' }
    if (payment.recordedBy === user.id) return { ok: false, reason: 'same_person' }
    const problem = carryOut(platform, user, { payment, at })
    if (problem) return { ok: false, reason: problem }
    const { tenantId, amount } = payment
    note(platform, user, 'payment.approved', { tenantId, id, amount })
    noteSettled(platform, tenantId, at)
    return { ok: true }
  })
}

/** Books what was written down; money to a card leaves by the vendor and is booked when it says so. */
function carryOut(
  platform: PlatformDb,
  user: User,
  { payment, at }: { payment: Payment; at: number },
): 'already_decided' | 'not_enough_credit' | undefined {
  if (payment.direction === 'out' && payment.method === 'card')
    return sendRefund(platform, user, { payment, at }) === 'sent' ? undefined : 'not_enough_credit'
  const settled = settlePayment(platform, payment.id, { decidedBy: user.id, at })
  if (settled.ok) return undefined
  return settled.reason === 'not_enough_credit' ? settled.reason : 'already_decided'
}

/**
 * The money is not there. What was recorded by mistake may be taken back by whoever did it; a
 * prompt that contradicted itself ends here, and what really came is recorded by hand.
 */
export function refusePayment(
  platform: PlatformDb,
  user: User,
  { id, reason, at }: { id: number; reason: string; at: number },
): DecideResult {
  return inPlatformTransaction(platform, (): DecideResult => {
    const payment = findPayment(platform, id)
    if (!payment) return { ok: false, reason: 'not_found' }
    const isOpen = payment.status === 'waiting_approval' || payment.status === 'review'
    if (!isOpen) return { ok: false, reason: 'already_decided' }
    const decidedBy = payment.recordedBy === user.id ? undefined : user.id
    markPayment(platform, id, { status: 'refused', reason, decidedBy, at })
    if (payment.direction === 'out') releaseRefund(platform, payment, at)
    const { tenantId, amount } = payment
    note(platform, user, 'payment.refused', { tenantId, id, amount })
    return { ok: true }
  })
}

const SELECT = `select p.id, p.tenant_id as tenantId, t.name as company, t.slug, p.method,
    p.direction, p.status, p.currency, p.amount, p.reference, p.reason, i.number as invoiceNumber,
    p.recorded_by as recordedBy, r.name as recorderName, d.name as deciderName,
    p.created_at as createdAt
  from payments p join tenants t on t.id = p.tenant_id
    left join invoices i on i.id = p.invoice_id
    left join platform_users r on r.id = p.recorded_by
    left join platform_users d on d.id = p.decided_by`

/** What waits for a person, the oldest first. */
export function listUndecided(platform: PlatformDb): RecordedPayment[] {
  return platformSqliteOf(platform)
    .prepare<[], RecordedPayment>(
      `${SELECT} where p.status in ('waiting_approval', 'review') order by p.id limit 100`,
    )
    .all()
}

/** Every payment of every company, the newest first; `search` is part of a name or a reference. */
export function listAllPayments(
  platform: PlatformDb,
  { before, search = '' }: { before?: number; search?: string },
): { rows: RecordedPayment[]; next: number | null } {
  const like = `%${search.slice(0, 80).replace(/[\\%_]/g, '\\$&')}%`
  const found = platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], RecordedPayment>(
      `${SELECT} where p.id < @before and (@search = '' or t.name like @like escape '\\'
         or p.reference like @like escape '\\') order by p.id desc limit ${PAGE_SIZE + 1}`,
    )
    .all({ before: before ?? Number.MAX_SAFE_INTEGER, search, like })
  const rows = found.slice(0, PAGE_SIZE)
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null }
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
