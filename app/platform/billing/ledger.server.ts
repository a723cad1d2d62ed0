import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

export type Account =
  | 'receivable'
  | 'customer_credit'
  | 'revenue'
  | 'tax'
  | 'mpesa'
  | 'card'
  | 'bank'
  | 'cash'
  | 'bad_debt'

export type Journal = {
  tenantId: string
  at: number
  kind: 'invoice' | 'credit_note' | 'payment' | 'allocation' | 'refund' | 'write_off'
  invoiceId?: number
  paymentId?: number
  currency: string
  /** account and minor units, debit positive; zeros are left out */
  entries: (readonly [Account, number])[]
}

/**
 * Writes one journal into the books, in the caller's transaction. The file itself refuses one
 * that does not sum to zero, and any change afterwards.
 */
export function post(platform: PlatformDb, journal: Journal): number {
  const { tenantId, at, kind, invoiceId = null, paymentId = null, currency } = journal
  return inPlatformTransaction(platform, () => {
    const sqlite = platformSqliteOf(platform)
    const { lastInsertRowid } = sqlite
      .prepare(
        'insert into journals (at, kind, tenant_id, invoice_id, payment_id) values (?, ?, ?, ?, ?)',
      )
      .run(at, kind, tenantId, invoiceId, paymentId)
    const id = Number(lastInsertRowid)
    const add = sqlite.prepare(
      `insert into ledger_entries (journal_id, account, tenant_id, currency, amount)
       values (?, ?, ?, ?, ?)`,
    )
    for (const [account, amount] of journal.entries)
      if (amount !== 0) add.run(id, account, tenantId, currency, amount)
    sqlite.prepare('update journals set posted_at = ? where id = ?').run(at, id)
    return id
  })
}

/** What a company's account stands at, minor units, debit positive. */
export function balanceOf(
  platform: PlatformDb,
  tenantId: string,
  { account, currency }: { account: Account; currency: string },
): number {
  return platformSqliteOf(platform)
    .prepare<[string, string, string], number>(
      `select coalesce(sum(amount), 0) from ledger_entries
       where tenant_id = ? and account = ? and currency = ?`,
    )
    .pluck()
    .get(tenantId, account, currency)!
}

export type LedgerFault = { journalId: number | null; what: string }

/**
 * Reads the books as an auditor would: every journal is posted and sums to zero, and what
 * invoices say is open is what stands on the receivables.
 */
export function checkLedger(platform: PlatformDb): LedgerFault[] {
  const sqlite = platformSqliteOf(platform)
  const uneven = sqlite
    .prepare<[], LedgerFault>(
      `select j.id as journalId, 'does not sum to zero' as what from journals j
       left join ledger_entries e on e.journal_id = j.id
       group by j.id, e.currency having coalesce(sum(e.amount), 1) <> 0`,
    )
    .all()
  const unposted = sqlite
    .prepare<[], LedgerFault>(
      `select id as journalId, 'is not posted' as what from journals where posted_at is null`,
    )
    .all()
  const differing = sqlite
    .prepare<[], LedgerFault>(
      `select null as journalId, 'receivables of ' || t.tenant_id || ' differ from open invoices' as what
       from (select tenant_id, currency, sum(amount) as booked from ledger_entries
             where account = 'receivable' group by tenant_id, currency) t
       where t.booked <> (select coalesce(sum(total - settled), 0) from invoices i
         where i.tenant_id = t.tenant_id and i.currency = t.currency and i.status = 'open')`,
    )
    .all()
  return [...uneven, ...unposted, ...differing]
}
