import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { findInvoice, INVOICE_COLUMNS } from './invoices.server.ts'
import type { Invoice, LineKind } from './invoices.server.ts'
import type { PaymentMethod, PaymentStatus } from './payments.server.ts'

const PAGE_SIZE = 20
const FILTER_MAX = 40

export type DocumentLine = {
  kind: LineKind
  values: Record<string, string | number>
  quantity: number
  amount: number
}

export type DocumentPayment = {
  id: number
  method: PaymentMethod
  reference: string | null
  amount: number
  settledAt: number
}

/** An invoice or credit note with everything that stands on it. */
export type BillingDocument = Invoice & {
  customer: string
  reason: string | null
  /** number of the invoice that a credit note takes back */
  credits: { id: number; number: string } | null
  creditNotes: { id: number; number: string; total: number; issuedAt: number }[]
  lines: DocumentLine[]
  payments: DocumentPayment[]
}

export type PaymentRow = {
  id: number
  invoiceId: number | null
  invoiceNumber: string | null
  isInvoiceOpen: 0 | 1
  method: PaymentMethod
  direction: 'in' | 'out'
  status: PaymentStatus
  currency: string
  amount: number
  reference: string | null
  phone: string | null
  reason: string | null
  createdAt: number
  settledAt: number | null
}

export type Slice<Row> = { rows: Row[]; next: number | null }

/** A company's invoices and credit notes, the newest first. `before` is the id of the last row seen. */
export function listDocuments(
  platform: PlatformDb,
  tenantId: string,
  {
    before,
    search = '',
    size = PAGE_SIZE,
  }: { before?: number; search?: string; size?: number } = {},
): Slice<Invoice> {
  const like = `%${search.slice(0, FILTER_MAX).replace(/[\\%_]/g, '\\$&')}%`
  const rows = platformSqliteOf(platform)
    .prepare<[string, number, string, number], Invoice>(
      `select ${INVOICE_COLUMNS} from invoices
       where tenant_id = ? and id < ? and number like ? escape '\\' order by id desc limit ?`,
    )
    .all(tenantId, before ?? Number.MAX_SAFE_INTEGER, like, size + 1)
  return slice(rows, size)
}

/**
 * A company's payments, the newest first.
 *
 * @param page.hidesAsked leaves out refunds that nobody has agreed to
 */
export function listPayments(
  platform: PlatformDb,
  tenantId: string,
  {
    before,
    size = PAGE_SIZE,
    hidesAsked = false,
  }: { before?: number; size?: number; hidesAsked?: boolean } = {},
): Slice<PaymentRow> {
  const rows = platformSqliteOf(platform)
    .prepare<[string, number, number, number], PaymentRow>(
      `${SELECT_PAYMENTS} where p.tenant_id = ? and p.id < ?
         and (not ? or p.direction = 'in' or p.status not in ('waiting_approval', 'refused'))
       order by p.id desc limit ?`,
    )
    .all(tenantId, before ?? Number.MAX_SAFE_INTEGER, Number(hidesAsked), size + 1)
  return slice(rows, size)
}

const SELECT_PAYMENTS = `select p.id, p.invoice_id as invoiceId, i.number as invoiceNumber,
  coalesce(i.status = 'open', 0) as isInvoiceOpen, p.method,
  p.direction, p.status, p.currency, p.amount, p.reference, p.phone, p.reason,
  p.created_at as createdAt, p.settled_at as settledAt
  from payments p left join invoices i on i.id = p.invoice_id`

/** One payment of this company. @returns undefined for another company's */
export function findCompanyPayment(
  platform: PlatformDb,
  tenantId: string,
  id: number,
): PaymentRow | undefined {
  return platformSqliteOf(platform)
    .prepare<[string, number], PaymentRow>(`${SELECT_PAYMENTS} where p.tenant_id = ? and p.id = ?`)
    .get(tenantId, id)
}

/** The number that paid last, so that it need not be typed again. */
export function lastPhone(platform: PlatformDb, tenantId: string): string | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], string>(
      `select phone from payments where tenant_id = ? and phone is not null order by id desc limit 1`,
    )
    .pluck()
    .get(tenantId)
}

/** One invoice or credit note of this company. @returns undefined for another company's */
export function findDocument(
  platform: PlatformDb,
  tenantId: string,
  id: number,
): BillingDocument | undefined {
  const invoice = findInvoice(platform, id)
  if (invoice?.tenantId !== tenantId) return undefined
  const sqlite = platformSqliteOf(platform)
  const { customerJson, reason } = sqlite
    .prepare<[number], { customerJson: string; reason: string | null }>(
      'select customer_json as customerJson, reason from invoices where id = ?',
    )
    .get(id)!
  const creditNotes = sqlite
    .prepare<[number], BillingDocument['creditNotes'][number]>(
      `select id, number, total, issued_at as issuedAt from invoices
       where credits_invoice_id = ? order by id`,
    )
    .all(id)
  const credited =
    invoice.creditsInvoiceId === null ? undefined : findInvoice(platform, invoice.creditsInvoiceId)
  return {
    ...invoice,
    customer: (JSON.parse(customerJson) as { name?: string }).name ?? '',
    ...{ reason, creditNotes },
    credits: credited ? { id: credited.id, number: credited.number } : null,
    lines: listLines(platform, id),
    payments: sqlite
      .prepare<[number], DocumentPayment>(
        `select id, method, reference, amount, settled_at as settledAt from payments
         where invoice_id = ? and status = 'settled' and direction = 'in' order by id`,
      )
      .all(id),
  }
}

function listLines(platform: PlatformDb, invoiceId: number): DocumentLine[] {
  return platformSqliteOf(platform)
    .prepare<[number], Omit<DocumentLine, 'values'> & { valuesJson: string }>(
      `select kind, values_json as valuesJson, quantity, amount from invoice_lines
       where invoice_id = ? order by position`,
    )
    .all(invoiceId)
    .map(({ valuesJson, ...line }) => ({
      ...line,
      values: JSON.parse(valuesJson) as DocumentLine['values'],
    }))
}

function slice<Row extends { id: number }>(found: Row[], size: number): Slice<Row> {
  const rows = found.slice(0, size)
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null }
}
