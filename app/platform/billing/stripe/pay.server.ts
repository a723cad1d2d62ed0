import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import { noteSettled } from '../advance.server.ts'
import { findInvoice } from '../invoices.server.ts'
import type { Invoice } from '../invoices.server.ts'
import { addPayment, findPayment, markPayment } from '../payments.server.ts'
import { addCardCustomer, findCardCustomer } from './card.server.ts'
import type { Cards } from './client.server.ts'
import { applySession } from './look.server.ts'

/** Currencies that the vendor counts in whole units; ours are always minor units. */
const WHOLE_AT_VENDOR = new Set(['UGX', 'RWF', 'JPY'])
/** A prompt on a phone, or a charge nobody waits for, may still be answered within this time. */
const RUNNING_MS = 2 * 60_000
const FIRST_LOOK_MS = 30_000

export type CardAsk = {
  tenantId: string
  company: string
  email: string
  at: number
  /** the company's own billing page, absolute */
  billingUrl: string
}

export type CardPayResult =
  | { ok: true; url: string; paymentId: number }
  | {
      ok: false
      reason: 'not_found' | 'nothing_open' | 'not_payable' | 'already_asked' | 'card_unavailable'
    }

/**
 * Opens a page of the vendor where what is open on an invoice is paid by card. The payment is
 * written down first; one that is open already is led to again, so that nobody pays twice.
 *
 * @param ask.keeps whether the card is charged for the next invoices too
 */
export async function payByCard(
  platform: PlatformDb,
  ask: CardAsk & { invoiceId: number; keeps: boolean },
  cards: Cards,
): Promise<CardPayResult> {
  const { tenantId, invoiceId, at } = ask
  const invoice = findInvoice(platform, invoiceId)
  if (!invoice || invoice.tenantId !== tenantId) return { ok: false, reason: 'not_found' }
  const amount = invoice.total - invoice.settled
  if (invoice.status !== 'open' || amount === 0) return { ok: false, reason: 'nothing_open' }
  if (WHOLE_AT_VENDOR.has(invoice.currency)) return { ok: false, reason: 'not_payable' }
  if (isRunning(platform, invoiceId, at)) return { ok: false, reason: 'already_asked' }
  const known = await endOpenSession(platform, invoice, { keeps: ask.keeps, cards, at })
  if (known) return known
  const customerId = await customerOf(platform, ask, cards)
  if (!customerId) return { ok: false, reason: 'card_unavailable' }
  const paymentId = inPlatformTransaction(platform, () => {
    const fresh = findInvoice(platform, invoiceId)!
    if (fresh.status !== 'open' || fresh.total - fresh.settled !== amount) return undefined
    if (isRunning(platform, invoiceId, at)) return undefined
    return addPayment(platform, {
      ...{ tenantId, invoiceId, method: 'card', status: 'asked', amount, at },
      currency: invoice.currency,
    })
  })
  if (paymentId === undefined) return { ok: false, reason: 'already_asked' }
  return open(platform, { ...ask, paymentId, customerId, invoice, amount }, cards)
}

async function open(
  platform: PlatformDb,
  ask: CardAsk & {
    paymentId: number
    customerId: string
    invoice: Invoice
    amount: number
    keeps: boolean
  },
  cards: Cards,
): Promise<CardPayResult> {
  const { paymentId, tenantId, customerId, invoice, amount, keeps, billingUrl } = ask
  const opened = await cards.openCheckout({
    ...{ paymentId, tenantId, customerId, amount, keeps },
    ...{ currency: invoice.currency, label: invoice.number },
    successUrl: `${billingUrl}/payments/${paymentId}`,
    cancelUrl: `${billingUrl}/invoices/${invoice.id}/payment`,
  })
  const at = Date.now()
  if (opened.kind !== 'done') {
    markPayment(platform, paymentId, { status: 'failed', reason: 'not_opened', at })
    return { ok: false, reason: 'card_unavailable' }
  }
  const { id: vendorId, url } = opened.value
  inPlatformTransaction(platform, () => {
    markPayment(platform, paymentId, { status: 'pending', vendorId, at })
    lookLater(platform, paymentId, { at: at + FIRST_LOOK_MS })
  })
  return { ok: true, url, paymentId }
}

/** Has the vendor asked what became of a payment. */
export function lookLater(
  platform: PlatformDb,
  paymentId: number,
  { at, vendorId, occasion = at }: { at: number; vendorId?: string; occasion?: number | string },
): void {
  const key = `${paymentId}:${occasion}`
  enqueuePlatformJob(platform, 'card.look', { paymentId, vendorId }, { key, runAt: at })
}

/** Whether money for an invoice may be on its way by itself: by phone, or from a kept card. */
export function isRunning(platform: PlatformDb, invoiceId: number, at: number): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare(
        `select 1 from payments where invoice_id = ? and direction = 'in'
           and (method = 'mpesa' and status in ('asked', 'pending', 'unknown') and created_at > ?
             or method = 'card' and is_automatic = 1 and status in ('asked', 'pending', 'unknown'))`,
      )
      .get(invoiceId, at - RUNNING_MS),
  )
}

/**
 * The page that was opened for this invoice before: led to again while it asks for the same,
 * ended otherwise. One that was paid meanwhile is booked.
 */
async function endOpenSession(
  platform: PlatformDb,
  invoice: Invoice,
  { keeps, cards, at }: { keeps: boolean; cards: Cards; at: number },
): Promise<CardPayResult | undefined> {
  const earlier = platformSqliteOf(platform)
    .prepare<[number], { id: number; vendorId: string; amount: number }>(
      `select id, vendor_id as vendorId, amount from payments
       where invoice_id = ? and method = 'card' and status = 'pending' and is_automatic = 0`,
    )
    .all(invoice.id)
  for (const { id, vendorId, amount } of earlier) {
    const read = await cards.readSession(vendorId)
    if (read.kind !== 'done') return { ok: false, reason: 'card_unavailable' }
    const session = read.value
    const isSame = amount === invoice.total - invoice.settled && !keeps
    if (session.status === 'open' && session.url && isSame)
      return { ok: true, url: session.url, paymentId: id }
    if (session.status === 'open') {
      const ended = await cards.expireSession(vendorId)
      if (ended.kind !== 'done') return { ok: false, reason: 'card_unavailable' }
      markPayment(platform, id, { status: 'failed', reason: 'left_page', at })
    } else {
      applySession(platform, findPayment(platform, id)!, session, at)
      noteSettled(platform, invoice.tenantId, at)
      if (session.status === 'complete') return { ok: false, reason: 'nothing_open' }
    }
  }
  return undefined
}

/** Who the company is at the vendor; it is introduced there the first time it pays. */
async function customerOf(
  platform: PlatformDb,
  { tenantId, company, email, at }: CardAsk,
  cards: Cards,
): Promise<string | undefined> {
  const known = findCardCustomer(platform, tenantId)
  if (known) return known.vendorId
  const made = await cards.createCustomer({ tenantId, name: company, email })
  if (made.kind !== 'done') return undefined
  addCardCustomer(platform, { tenantId, vendorId: made.value, at })
  return findCardCustomer(platform, tenantId)?.vendorId
}

export type CardPageResult = { ok: true; url: string } | { ok: false }

/** Opens a page of the vendor where a card is left for the next invoices. */
export async function leaveCard(
  platform: PlatformDb,
  ask: CardAsk & { currency: string },
  cards: Cards,
): Promise<CardPageResult> {
  const { tenantId, currency, billingUrl, at } = ask
  const customerId = await customerOf(platform, ask, cards)
  if (!customerId) return { ok: false }
  const opened = await cards.openSetup({ tenantId, customerId, currency, backUrl: billingUrl })
  if (opened.kind !== 'done') return { ok: false }
  const { id: sessionId, url } = opened.value
  enqueuePlatformJob(
    platform,
    'card.keep',
    { tenantId, sessionId, since: at },
    { key: sessionId, runAt: at + FIRST_LOOK_MS },
  )
  return { ok: true, url }
}

/** Opens the vendor's page where a kept card is changed or taken away. */
export async function openCardPortal(
  platform: PlatformDb,
  { tenantId, billingUrl }: { tenantId: string; billingUrl: string },
  cards: Cards,
): Promise<CardPageResult> {
  const customer = findCardCustomer(platform, tenantId)
  const opened = customer && (await cards.openPortal(customer.vendorId, billingUrl))
  return opened?.kind === 'done' ? { ok: true, url: opened.value } : { ok: false }
}
