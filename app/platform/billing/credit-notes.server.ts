import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { addLines, findInvoice, settle, spendCredit, takeNumber } from './invoices.server.ts'
import type { Invoice } from './invoices.server.ts'
import { post } from './ledger.server.ts'
import { roundPayable } from './money.ts'
import { noticeLater } from './notices.server.ts'

export type CreditResult =
  | { ok: true; creditNote: Invoice }
  | { ok: false; reason: 'not_found' | 'written_off' | 'more_than_invoiced' | 'nothing_to_credit' }

/**
 * Takes back part or all of an invoice. What was still open falls away; what was paid becomes
 * credit of the company, which later invoices or a refund use up.
 *
 * @param subtotal minor units without tax
 */
export function creditInvoice(
  platform: PlatformDb,
  options: { invoiceId: number; subtotal: number; reason: string; at: number; timeZone: string },
): CreditResult {
  const { invoiceId, subtotal, reason, at, timeZone } = options
  return inPlatformTransaction(platform, (): CreditResult => {
    const invoice = findInvoice(platform, invoiceId)
    if (invoice?.kind !== 'invoice') return { ok: false, reason: 'not_found' }
    const earlier = creditedOf(platform, invoiceId)
    const refused = refusalOf(invoice, subtotal, invoice.subtotal - earlier.subtotal)
    if (refused) return { ok: false, reason: refused }
    const isLast = earlier.subtotal + subtotal === invoice.subtotal
    const share = roundPayable((subtotal * invoice.taxPercent) / 100, invoice.currency)
    const tax = isLast ? invoice.tax - earlier.tax : Math.min(share, invoice.tax - earlier.tax)
    const id = insert(platform, { invoice, subtotal, tax, reason, at, timeZone })
    book(platform, { invoice, creditNoteId: id, subtotal, tax, at })
    const about = String(id)
    const notice = { kind: 'credit_note', at, occasion: about, about } as const
    noticeLater(platform, invoice.tenantId, notice)
    return { ok: true, creditNote: findInvoice(platform, id)! }
  })
}

/**
 * Why so much of an invoice cannot be taken back, if it cannot.
 *
 * @param subtotal what is to be taken back, `left` what can be; minor units without tax
 */
export function refusalOf(
  { status }: Invoice,
  subtotal: number,
  left: number,
): 'written_off' | 'nothing_to_credit' | 'more_than_invoiced' | undefined {
  // Nobody paid it and nobody owes it any more: credit for it would be invented money.
  if (status === 'uncollectible') return 'written_off'
  if (subtotal <= 0) return 'nothing_to_credit'
  return subtotal > left ? 'more_than_invoiced' : undefined
}

/** How much of an invoice was taken back, minor units. */
export function creditedOf(
  platform: PlatformDb,
  invoiceId: number,
): { subtotal: number; tax: number } {
  return platformSqliteOf(platform)
    .prepare<[number], { subtotal: number; tax: number }>(
      `select coalesce(sum(subtotal), 0) as subtotal, coalesce(sum(tax), 0) as tax
       from invoices where credits_invoice_id = ?`,
    )
    .get(invoiceId)!
}

function insert(
  platform: PlatformDb,
  note: {
    invoice: Invoice
    subtotal: number
    tax: number
    reason: string
    at: number
    timeZone: string
  },
): number {
  const { invoice, subtotal, tax, reason, at, timeZone } = note
  const { lastInsertRowid } = platformSqliteOf(platform)
    .prepare(
      `insert into invoices (tenant_id, number, kind, status, currency, subtotal, tax_percent, tax,
         total, settled, credits_invoice_id, reason, customer_json, issued_at, due_at)
       select tenant_id, @number, 'credit_note', 'paid', currency, @subtotal, tax_percent, @tax,
         @total, @total, id, @reason, customer_json, @at, @at from invoices where id = @invoiceId`,
    )
    .run({
      ...{ number: takeNumber(platform, 'CRN', at, timeZone), invoiceId: invoice.id },
      ...{ subtotal, tax, total: subtotal + tax, reason, at },
    })
  const id = Number(lastInsertRowid)
  const values = { invoice: invoice.number }
  addLines(platform, id, [{ kind: 'credit', values, amount: subtotal }])
  return id
}

function book(
  platform: PlatformDb,
  note: { invoice: Invoice; creditNoteId: number; subtotal: number; tax: number; at: number },
): void {
  const { invoice, creditNoteId, subtotal, tax, at } = note
  const { tenantId, currency } = invoice
  const open = invoice.status === 'open' ? invoice.total - invoice.settled : 0
  const fallsAway = Math.min(open, subtotal + tax)
  post(platform, {
    ...{ tenantId, at, kind: 'credit_note', invoiceId: creditNoteId, currency },
    entries: [
      ['revenue', subtotal],
      ['tax', tax],
      ['receivable', -fallsAway],
      ['customer_credit', fallsAway - subtotal - tax],
    ],
  })
  if (fallsAway > 0) settle(platform, invoice.id, fallsAway)
  markCredited(platform, invoice.id)
  spendCredit(platform, tenantId, { currency, at })
}

/** An invoice that was taken back whole is no paid one. */
function markCredited(platform: PlatformDb, invoiceId: number): void {
  platformSqliteOf(platform)
    .prepare(
      `update invoices set status = 'credited' where id = ? and status = 'paid'
         and subtotal = (select sum(subtotal) from invoices where credits_invoice_id = ?)`,
    )
    .run(invoiceId, invoiceId)
}
