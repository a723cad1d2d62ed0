import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findSale } from './find.server.ts'
import { insertItems } from './record.server.ts'
import type { SaleTerms } from './sale.ts'
import { saleItems, sales } from './schema.server.ts'

export type CorrectResult = { ok: true } | { ok: false; reason: 'not_found' | 'sale_voided' }

type Corrector = Actor & { name: string }

/** Puts right what was written down; the audit log keeps what stood there before. */
export function correctSale(
  db: TenantDb,
  actor: Corrector,
  { saleId, terms }: { saleId: number; terms: SaleTerms },
): CorrectResult {
  return inTransaction(db, () => {
    const before = findSale(db, actor, saleId)
    if (!before) return { ok: false, reason: 'not_found' }
    if (before.voidedAt !== null) return { ok: false, reason: 'sale_voided' }
    const { items, ...rest } = terms
    db.update(sales)
      .set({ ...rest, correctedAt: Date.now(), correctedBy: actor.id })
      .where(eq(sales.id, saleId))
      .run()
    db.delete(saleItems).where(eq(saleItems.saleId, saleId)).run()
    insertItems(db, saleId, items)
    const was = { amountMinor: before.amountMinor, items: before.items.length }
    const is = { amountMinor: rest.amountMinor, items: items.length }
    audit(db, actor, 'sale.corrected', saleId, { currency: before.currency, from: was, to: is })
    tell(db, before.conversationId)
    return { ok: true }
  })
}

/** The sale counts no more. It stays readable, with who took it back and why. */
export function voidSale(
  db: TenantDb,
  actor: Corrector,
  { saleId, reason }: { saleId: number; reason: string },
): CorrectResult {
  return inTransaction(db, () => {
    const before = findSale(db, actor, saleId)
    if (!before) return { ok: false, reason: 'not_found' }
    if (before.voidedAt !== null) return { ok: true }
    writeVoid(db, saleId, { memberId: actor.id, reason })
    const { amountMinor, currency } = before
    audit(db, actor, 'sale.voided', saleId, { amountMinor, currency, reason })
    tell(db, before.conversationId)
    return { ok: true }
  })
}

/** Takes back the sales that one closing wrote down, in the caller's transaction. */
export function voidSalesSince(
  db: TenantDb,
  of: { conversationId: number; since: number },
  by: { memberId: number; name: string; reason: string },
): void {
  const rows = db
    .select()
    .from(sales)
    .where(and(eq(sales.conversationId, of.conversationId), isNull(sales.voidedAt)))
    .all()
  for (const { id, at, amountMinor, currency } of rows) {
    if (at < of.since) continue
    writeVoid(db, id, by)
    const actor = { id: by.memberId, name: by.name }
    audit(db, actor, 'sale.voided', id, { amountMinor, currency, reason: by.reason })
  }
}

function writeVoid(
  db: TenantDb,
  saleId: number,
  { memberId, reason }: { memberId: number; reason: string },
): void {
  db.update(sales)
    .set({ voidedAt: Date.now(), voidedBy: memberId, voidReason: reason })
    .where(eq(sales.id, saleId))
    .run()
}

function audit(
  db: TenantDb,
  by: { id: number; name: string },
  ...[action, saleId, details]: [string, number, Record<string, unknown>]
): void {
  const actor = { kind: 'member', id: by.id, name: by.name } as const
  recordAudit(db, actor, { action, subjectKind: 'sale', subjectId: saleId, details })
}

function tell(db: TenantDb, conversationId: number | null): void {
  if (conversationId !== null) recordChange(db, 'conversation.changed', { conversationId })
}
