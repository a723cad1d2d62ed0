import { addMonths, dayOfMonth } from '../billing/calendar.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { rateFor } from './rates.server.ts'

type Paid = {
  id: number
  currency: string
  /** UTC ms, when the time begins that it is for */
  startsAt: number
  /** minor units that count: paid, without tax and without what was credited; 0 while open */
  base: number
}

type Terms = { invoiceId: number; repId: number; percentBp: number; oneTime: number }

/**
 * Makes a company's commissions what its books say, in the caller's transaction: a part of each
 * invoice once it is paid, something once when the first is, and less again where an invoice is
 * credited. It looks at what is there, so a payment told twice or late changes nothing, and a
 * call that got lost is made up for by the next.
 */
export function noteCommissions(platform: PlatformDb, tenantId: string, at: number): void {
  const company = findCompany(platform, tenantId)
  if (!company) return
  const invoices = listPaid(platform, tenantId)
  const known = listTerms(platform, tenantId)
  let first = invoices.find((invoice) => known.has(invoice.id))
  for (const invoice of invoices) {
    if (invoice.base > 0 && !known.has(invoice.id) && company.repId !== null) {
      first ??= invoice
      const terms = agree(platform, { ...company, repId: company.repId }, { invoice, first })
      known.set(invoice.id, terms)
    }
    const terms = known.get(invoice.id)
    if (terms) noteShare(platform, { tenantId, invoice, terms, at })
  }
  const terms = first && known.get(first.id)
  if (first && terms)
    noteOneTime(platform, {
      ...{ tenantId, invoice: first, terms, at },
      isDue: invoices.some((invoice) => invoice.base > 0 && known.has(invoice.id)),
    })
}

/** A part of an amount, minor units, half up. */
export function shareOf(base: number, percentBp: number): number {
  return Math.floor((base * percentBp + 5_000) / 10_000)
}

type Company = { tenantId: string; repId: number | null; planId: string | null; timeZone: string }

function findCompany(platform: PlatformDb, tenantId: string): Company | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], Company>(
      `select t.id as tenantId, t.rep_id as repId, s.plan_id as planId,
         coalesce(s.time_zone, 'Africa/Nairobi') as timeZone
       from tenants t left join subscriptions s on s.tenant_id = t.id where t.id = ?`,
    )
    .get(tenantId)
}

function listPaid(platform: PlatformDb, tenantId: string): Paid[] {
  return platformSqliteOf(platform)
    .prepare<[string], Paid>(
      `select i.id, i.currency, coalesce(i.period_start, i.issued_at) as startsAt,
         case when i.status in ('paid', 'credited') then i.subtotal -
           (select coalesce(sum(c.subtotal), 0) from invoices c where c.credits_invoice_id = i.id)
         else 0 end as base
       from invoices i where i.tenant_id = ? and i.kind = 'invoice' and i.subtotal > 0
       order by i.id`,
    )
    .all(tenantId)
}

function listTerms(platform: PlatformDb, tenantId: string): Map<number, Terms> {
  const rows = platformSqliteOf(platform)
    .prepare<[string], Terms>(
      `select invoice_id as invoiceId, rep_id as repId, percent_bp as percentBp,
         one_time as oneTime from commission_terms where tenant_id = ?`,
    )
    .all(tenantId)
  return new Map(rows.map((terms) => [terms.invoiceId, terms]))
}

/** The rate of this moment is the invoice's for good. */
function agree(
  platform: PlatformDb,
  company: Company & { repId: number },
  { invoice, first }: { invoice: Paid; first: Paid },
): Terms {
  const { tenantId, repId, timeZone } = company
  const rate = rateFor(platform, repId, company.planId)
  const anchorDay = dayOfMonth(first.startsAt, timeZone)
  const until = addMonths(first.startsAt, rate.months, { timeZone, anchorDay })
  const terms: Terms = {
    ...{ invoiceId: invoice.id, repId },
    percentBp: isWithin(invoice, { first, until, months: rate.months }) ? rate.percentBp : 0,
    oneTime: invoice.id === first.id ? rate.oneTime : 0,
  }
  platformSqliteOf(platform)
    .prepare(
      `insert into commission_terms (invoice_id, tenant_id, rep_id, percent_bp, one_time)
       values (@invoiceId, @tenantId, @repId, @percentBp, @oneTime)`,
    )
    .run({ ...terms, tenantId })
  return terms
}

function isWithin(
  invoice: Paid,
  { first, until, months }: { first: Paid; until: number; months: number },
): boolean {
  return months > 0 && (invoice.id === first.id || invoice.startsAt < until)
}

type Note = { tenantId: string; invoice: Paid; terms: Terms; at: number }

function noteShare(platform: PlatformDb, { tenantId, invoice, terms, at }: Note): void {
  const noted = platformSqliteOf(platform)
    .prepare<[number], number>(
      `select coalesce(sum(amount), 0) from commissions where invoice_id = ? and kind = 'recurring'`,
    )
    .pluck()
    .get(invoice.id)!
  const { base } = invoice
  const amount = shareOf(base, terms.percentBp) - noted
  add(platform, { tenantId, invoice, terms, at, kind: 'recurring', base, amount })
}

function noteOneTime(
  platform: PlatformDb,
  { tenantId, invoice, terms, at, isDue }: Note & { isDue: boolean },
): void {
  const noted = platformSqliteOf(platform)
    .prepare<[string], number>(
      `select coalesce(sum(amount), 0) from commissions where tenant_id = ? and kind = 'one_time'`,
    )
    .pluck()
    .get(tenantId)!
  const amount = (isDue ? terms.oneTime : 0) - noted
  add(platform, { tenantId, invoice, terms, at, kind: 'one_time', base: 0, amount })
}

function add(
  platform: PlatformDb,
  row: Note & { kind: 'one_time' | 'recurring'; base: number; amount: number },
): void {
  if (row.amount === 0) return
  const { tenantId, invoice, terms, at, kind, base, amount } = row
  platformSqliteOf(platform)
    .prepare(
      `insert into commissions
         (rep_id, tenant_id, invoice_id, kind, currency, base, percent_bp, amount, at)
       values (@repId, @tenantId, @invoiceId, @kind, @currency, @base, @percentBp, @amount, @at)`,
    )
    .run({
      ...{ repId: terms.repId, tenantId, invoiceId: invoice.id, kind, base, amount, at },
      ...{ currency: invoice.currency, percentBp: kind === 'recurring' ? terms.percentBp : 0 },
    })
}
