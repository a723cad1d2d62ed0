import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { noteSettled } from './advance.server.ts'
import { creditedOf, creditInvoice, refusalOf } from './credit-notes.server.ts'
import type { CreditResult } from './credit-notes.server.ts'
import { findInvoice } from './invoices.server.ts'
import { findSubscription } from './subscriptions.server.ts'

type User = { id: number; name: string }
type CreditRefusal = Extract<CreditResult, { ok: false }>['reason']

/** A credit note that waits for a second person, or what became of it. Amounts minor units. */
export type CreditAsk = {
  id: number
  tenantId: string
  company: string
  invoiceId: number
  invoiceNumber: string
  currency: string
  subtotal: number
  reason: string
  status: 'waiting' | 'issued' | 'refused'
  askedBy: number
  askerName: string
  deciderName: string | null
  createdAt: number
}

export type AskCreditResult = { ok: true; id: number } | { ok: false; reason: CreditRefusal }

/**
 * Somebody wants part or all of an invoice taken back.
 *
 * @param ask.subtotal minor units without tax
 */
export function askCredit(
  platform: PlatformDb,
  user: User,
  ask: { tenantId: string; invoiceId: number; subtotal: number; reason: string; at: number },
): AskCreditResult {
  const { tenantId, invoiceId, subtotal, reason, at } = ask
  return inPlatformTransaction(platform, (): AskCreditResult => {
    const invoice = findInvoice(platform, invoiceId)
    if (invoice?.tenantId !== tenantId || invoice.kind !== 'invoice')
      return { ok: false, reason: 'not_found' }
    const refused = refusalOf(invoice, subtotal, creditableOf(platform, invoiceId))
    if (refused) return { ok: false, reason: refused }
    const { lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into credit_asks (tenant_id, invoice_id, subtotal, reason, asked_by, created_at)
         values (?, ?, ?, ?, ?, ?)`,
      )
      .run(tenantId, invoiceId, subtotal, reason, user.id, at)
    const id = Number(lastInsertRowid)
    note(platform, user, 'credit.asked', { tenantId, id, amount: subtotal })
    return { ok: true, id }
  })
}

/** What of an invoice can still be taken back: neither credited nor asked for, without tax. */
export function creditableOf(platform: PlatformDb, invoiceId: number): number {
  const invoice = findInvoice(platform, invoiceId)
  if (invoice?.kind !== 'invoice' || invoice.status === 'uncollectible') return 0
  const asked = platformSqliteOf(platform)
    .prepare<[number], number>(
      `select coalesce(sum(subtotal), 0) from credit_asks
       where invoice_id = ? and status = 'waiting'`,
    )
    .pluck()
    .get(invoiceId)!
  return Math.max(0, invoice.subtotal - creditedOf(platform, invoiceId).subtotal - asked)
}

export type DecideCreditResult =
  | { ok: true; creditNoteId: number | null }
  | { ok: false; reason: 'already_decided' | 'same_person' | CreditRefusal }

/** A second person agrees: the credit note is issued with the next number and booked. */
export function approveCredit(
  platform: PlatformDb,
  user: User,
  { id, at }: { id: number; at: number },
): DecideCreditResult {
  return inPlatformTransaction(platform, (): DecideCreditResult => {
    const waiting = findWaiting(platform, id)
    if (!waiting.ok) return waiting
    const { ask } = waiting
    if (ask.askedBy === user.id) return { ok: false, reason: 'same_person' }
    const { tenantId, invoiceId, subtotal, reason } = ask
    const timeZone = findSubscription(platform, tenantId)?.timeZone ?? 'UTC'
    const credited = creditInvoice(platform, { invoiceId, subtotal, reason, at, timeZone })
    if (!credited.ok) return credited
    const creditNoteId = credited.creditNote.id
    decide(platform, { id, status: 'issued', userId: user.id, creditNoteId, at })
    note(platform, user, 'credit.approved', { tenantId, id, amount: subtotal })
    noteSettled(platform, tenantId, at)
    return { ok: true, creditNoteId }
  })
}

/** It is not to be: anybody may say so, who asked for it too. */
export function refuseCredit(
  platform: PlatformDb,
  user: User,
  { id, at }: { id: number; at: number },
): DecideCreditResult {
  return inPlatformTransaction(platform, (): DecideCreditResult => {
    const waiting = findWaiting(platform, id)
    if (!waiting.ok) return waiting
    decide(platform, { id, status: 'refused', userId: user.id, creditNoteId: null, at })
    const { tenantId, subtotal: amount } = waiting.ask
    note(platform, user, 'credit.refused', { tenantId, id, amount })
    return { ok: true, creditNoteId: null }
  })
}

function decide(
  platform: PlatformDb,
  decision: {
    id: number
    status: 'issued' | 'refused'
    userId: number
    creditNoteId: number | null
    at: number
  },
): void {
  platformSqliteOf(platform)
    .prepare(
      `update credit_asks set status = @status, decided_by = @userId,
         credit_note_id = @creditNoteId, decided_at = @at where id = @id`,
    )
    .run(decision)
}

const SELECT = `select a.id, a.tenant_id as tenantId, t.name as company,
    a.invoice_id as invoiceId, i.number as invoiceNumber, i.currency, a.subtotal, a.reason,
    a.status, a.asked_by as askedBy, u.name as askerName, d.name as deciderName,
    a.created_at as createdAt
  from credit_asks a join tenants t on t.id = a.tenant_id
    join invoices i on i.id = a.invoice_id
    join platform_users u on u.id = a.asked_by
    left join platform_users d on d.id = a.decided_by`

function findWaiting(
  platform: PlatformDb,
  id: number,
): { ok: true; ask: CreditAsk } | { ok: false; reason: 'not_found' | 'already_decided' } {
  const ask = platformSqliteOf(platform)
    .prepare<[number], CreditAsk>(`${SELECT} where a.id = ?`)
    .get(id)
  if (!ask) return { ok: false, reason: 'not_found' }
  return ask.status === 'waiting' ? { ok: true, ask } : { ok: false, reason: 'already_decided' }
}

/** The credit notes that wait for a second person, the oldest first. */
export function listWaitingCredits(platform: PlatformDb): CreditAsk[] {
  return platformSqliteOf(platform)
    .prepare<[], CreditAsk>(`${SELECT} where a.status = 'waiting' order by a.id limit 100`)
    .all()
}

/** What was asked for of one invoice, whatever became of it. */
export function listCreditsOf(platform: PlatformDb, invoiceId: number): CreditAsk[] {
  return platformSqliteOf(platform)
    .prepare<[number], CreditAsk>(`${SELECT} where a.invoice_id = ? order by a.id`)
    .all(invoiceId)
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
