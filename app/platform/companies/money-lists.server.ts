import type { Invoice } from '../billing/invoices.server.ts'
import type { Payment } from '../billing/payments.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { PLATFORM_CURRENCY } from './standing.ts'

const PAGE_SIZE = 30
/** Failed payments older than this were tried again or given up. */
const FAILED_SHOWN_MS = 30 * 24 * 3_600_000

export const invoiceStates = ['overdue', 'open', 'all'] as const
export type InvoiceState = (typeof invoiceStates)[number]
export const paymentStates = ['failed', 'undecided', 'all'] as const
export type PaymentState = (typeof paymentStates)[number]

export type InvoiceOfCompany = Pick<
  Invoice,
  'id' | 'number' | 'kind' | 'status' | 'currency' | 'total' | 'settled' | 'issuedAt' | 'dueAt'
> & { tenantId: string; companyName: string }

export type PaymentOfCompany = Pick<
  Payment,
  'id' | 'method' | 'direction' | 'status' | 'currency' | 'amount' | 'reference' | 'createdAt'
> & { tenantId: string; companyName: string; invoiceNumber: string | null }

type Ask<State> = { state: State; now: number; before?: number }
export type Sum = {
  count: number
  /** in each currency, the platform's own first; never added up, minor units */
  amounts: { currency: string; count: number; amount: number }[]
}

const wherePaid: Record<PaymentState, string> = {
  failed: `p.status = 'failed' and p.created_at >= @failedFrom`,
  undecided: `p.status in ('asked', 'pending', 'unknown', 'review', 'waiting_approval')`,
  all: '1',
}
const whereBilled: Record<InvoiceState, string> = {
  overdue: `i.status = 'open' and i.due_at < @now`,
  open: `i.status = 'open'`,
  all: '1',
}

/** Invoices of all companies, newest first, 30 a page. */
export function listInvoicesOfAll(
  platform: PlatformDb,
  { state, now, before = Number.MAX_SAFE_INTEGER }: Ask<InvoiceState>,
): { rows: InvoiceOfCompany[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[Record<string, number>], InvoiceOfCompany>(
      `select i.id, i.tenant_id as tenantId, t.name as companyName, i.number, i.kind, i.status,
         i.currency, i.total, i.settled, i.issued_at as issuedAt, i.due_at as dueAt
       from invoices i join tenants t on t.id = i.tenant_id
       where ${whereBilled[state]} and i.id < @before order by i.id desc limit ${PAGE_SIZE + 1}`,
    )
    .all({ now, before })
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

/** How many invoices that are, and what of them is still open. */
export function sumInvoices(
  platform: PlatformDb,
  { state, now }: { state: InvoiceState; now: number },
): Sum {
  return toSum(
    platformSqliteOf(platform)
      .prepare<[Record<string, string | number>], Sum['amounts'][number]>(
        `select i.currency, count(*) as count,
           coalesce(sum(case when i.status = 'open' then i.total - i.settled end), 0) as amount
         from invoices i where ${whereBilled[state]}
         group by i.currency order by i.currency <> @own, i.currency`,
      )
      .all({ now, own: PLATFORM_CURRENCY }),
  )
}

/** A company's own currency stands for itself; what nobody owes is nothing in ours. */
function toSum(found: Sum['amounts']): Sum {
  const none = { currency: PLATFORM_CURRENCY, count: 0, amount: 0 }
  return {
    count: found.reduce((all, { count }) => all + count, 0),
    amounts: found.length > 0 ? found : [none],
  }
}

/** Payments of all companies, newest first, 30 a page; failed ones of the last 30 days. */
export function listPaymentsOfAll(
  platform: PlatformDb,
  { state, now, before = Number.MAX_SAFE_INTEGER }: Ask<PaymentState>,
): { rows: PaymentOfCompany[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[Record<string, number>], PaymentOfCompany>(
      `select p.id, p.tenant_id as tenantId, t.name as companyName, i.number as invoiceNumber,
         p.method, p.direction, p.status, p.currency, p.amount, p.reference,
         p.created_at as createdAt
       from payments p join tenants t on t.id = p.tenant_id
       left join invoices i on i.id = p.invoice_id
       where ${wherePaid[state]} and p.id < @before order by p.id desc limit ${PAGE_SIZE + 1}`,
    )
    .all({ failedFrom: now - FAILED_SHOWN_MS, before })
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

/**
 * How many payments that are, and how much: of all, what has come in less what was paid back.
 */
export function sumPayments(
  platform: PlatformDb,
  { state, now }: { state: PaymentState; now: number },
): Sum {
  return toSum(
    platformSqliteOf(platform)
      .prepare<[Record<string, string | number>], Sum['amounts'][number]>(
        `select p.currency, count(*) as count,
           coalesce(sum(case when @state <> 'all' or p.status = 'settled'
             then case p.direction when 'out' then -p.amount else p.amount end end), 0) as amount
         from payments p where ${wherePaid[state]}
         group by p.currency order by p.currency <> @own, p.currency`,
      )
      .all({ state, failedFrom: now - FAILED_SHOWN_MS, own: PLATFORM_CURRENCY }),
  )
}
