import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { readSettings } from '../settings/read.server.ts'
import { yearOf } from './calendar.ts'
import { chargeLater } from './stripe/charge-later.server.ts'
import { balanceOf, post } from './ledger.server.ts'
import { roundPayable } from './money.ts'
import { noticeLater } from './notices.server.ts'
import { reservedOf } from './reserved.server.ts'

export type LineKind = 'plan' | 'setup' | 'add_on' | 'overage' | 'proration' | 'discount' | 'credit'

export type InvoiceLine = {
  kind: LineKind
  /** what the line's words are filled with, e.g. `{ plan: 'Starter' }` */
  values?: Record<string, string | number>
  quantity?: number
  /** minor units of the whole line, without tax; a discount is negative */
  amount: number
}

export type Invoice = {
  id: number
  tenantId: string
  number: string
  kind: 'invoice' | 'credit_note'
  status: 'open' | 'paid' | 'credited' | 'uncollectible'
  currency: string
  subtotal: number
  taxPercent: number
  tax: number
  total: number
  settled: number
  creditsInvoiceId: number | null
  periodStart: number | null
  periodEnd: number | null
  issuedAt: number
  dueAt: number
}

export type IssueOptions = {
  tenantId: string
  currency: string
  timeZone: string
  lines: InvoiceLine[]
  /** UTC ms */
  issuedAt: number
  dueAt: number
  period?: { from: number; to: number }
}

/** Columns of an invoice under their names in the code. */
export const INVOICE_COLUMNS = `id, tenant_id as tenantId, number, kind, status, currency, subtotal,
  tax_percent as taxPercent, tax, total, settled, credits_invoice_id as creditsInvoiceId,
  period_start as periodStart, period_end as periodEnd, issued_at as issuedAt, due_at as dueAt`

/**
 * Issues an invoice: number, lines, tax and books in one transaction, and pays it from what the
 * company has in credit. An invoice of nothing is paid as it is issued.
 */
export function issueInvoice(platform: PlatformDb, options: IssueOptions): Invoice {
  const { tenantId, currency, lines, issuedAt, period } = options
  return inPlatformTransaction(platform, () => {
    const subtotal = Math.max(
      0,
      lines.reduce((sum, line) => sum + line.amount, 0),
    )
    const { taxPercent } = readSettings(platform)
    const tax = roundPayable((subtotal * taxPercent) / 100, currency)
    const { lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into invoices (tenant_id, number, kind, status, currency, subtotal, tax_percent, tax,
           total, period_start, period_end, customer_json, issued_at, due_at)
         values (?, ?, 'invoice', ?, ?, ?, ?, ?, ?, ?, ?,
           (select json_object('name', name) from tenants where id = ?), ?, ?)`,
      )
      .run(
        ...[tenantId, takeNumber(platform, 'INV', issuedAt, options.timeZone)],
        ...[subtotal + tax === 0 ? 'paid' : 'open', currency, subtotal, taxPercent],
        ...[tax, subtotal + tax, period?.from ?? null, period?.to ?? null],
        ...[tenantId, issuedAt, options.dueAt],
      )
    const invoiceId = Number(lastInsertRowid)
    addLines(platform, invoiceId, lines)
    if (subtotal > 0)
      post(platform, {
        ...{ tenantId, at: issuedAt, kind: 'invoice', invoiceId, currency },
        entries: [
          ['receivable', subtotal + tax],
          ['revenue', -subtotal],
          ['tax', -tax],
        ],
      })
    spendCredit(platform, tenantId, { currency, at: issuedAt })
    const about = String(invoiceId)
    const notice = { kind: 'invoice_issued', at: issuedAt, occasion: about, about } as const
    noticeLater(platform, tenantId, notice)
    const invoice = findInvoice(platform, invoiceId)!
    chargeLater(platform, invoice, issuedAt)
    return invoice
  })
}

/** Writes the lines of a document in their order. */
export function addLines(platform: PlatformDb, invoiceId: number, lines: InvoiceLine[]): void {
  const add = platformSqliteOf(platform).prepare(
    `insert into invoice_lines (invoice_id, position, kind, values_json, quantity, amount)
     values (?, ?, ?, ?, ?, ?)`,
  )
  lines.forEach(({ kind, values = {}, quantity = 1, amount }, position) =>
    add.run(invoiceId, position, kind, JSON.stringify(values), quantity, amount),
  )
}

/**
 * The next number of a series, e.g. `INV-2026-00042`. It is taken in the transaction that writes
 * the document, so one that fails leaves no gap.
 */
export function takeNumber(
  platform: PlatformDb,
  prefix: 'INV' | 'CRN',
  at: number,
  timeZone: string,
): string {
  const series = `${prefix}-${yearOf(at, timeZone)}`
  const last = platformSqliteOf(platform)
    .prepare<[string], number>(
      `insert into document_counters (series, last) values (?, 1)
       on conflict (series) do update set last = last + 1 returning last`,
    )
    .pluck()
    .get(series)!
  return `${series}-${String(last).padStart(5, '0')}`
}

export function findInvoice(platform: PlatformDb, id: number): Invoice | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], Invoice>(`select ${INVOICE_COLUMNS} from invoices where id = ?`)
    .get(id)
}

/** What a company still owes, the longest due first. */
export function listOpenInvoices(platform: PlatformDb, tenantId: string): Invoice[] {
  return platformSqliteOf(platform)
    .prepare<[string], Invoice>(
      `select ${INVOICE_COLUMNS} from invoices
       where tenant_id = ? and status = 'open' order by due_at, id`,
    )
    .all(tenantId)
}

/** Uses what the company has in credit for its open invoices, the longest due first. */
export function spendCredit(
  platform: PlatformDb,
  tenantId: string,
  { currency, at }: { currency: string; at: number },
): void {
  const kept = reservedOf(platform, tenantId, { currency })
  let credit = -balanceOf(platform, tenantId, { account: 'customer_credit', currency }) - kept
  for (const invoice of listOpenInvoices(platform, tenantId)) {
    if (credit <= 0 || invoice.currency !== currency) continue
    const part = Math.min(credit, invoice.total - invoice.settled)
    post(platform, {
      ...{ tenantId, at, kind: 'allocation', invoiceId: invoice.id, currency },
      entries: [
        ['customer_credit', part],
        ['receivable', -part],
      ],
    })
    settle(platform, invoice.id, part)
    credit -= part
  }
}

/** Notes that so much of an invoice is paid or credited; the books are the caller's. */
export function settle(platform: PlatformDb, invoiceId: number, amount: number): void {
  platformSqliteOf(platform)
    .prepare(
      `update invoices set settled = settled + @amount,
         status = case when settled + @amount = total then 'paid' else status end
       where id = @invoiceId`,
    )
    .run({ invoiceId, amount })
}
