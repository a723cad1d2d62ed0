import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { bulkActions } from './schema.server.ts'
import { doStep, undoStep } from './steps.server.ts'
import type { BulkOrder } from './steps.server.ts'

/** Rows ticked at once; a page of the list has thirty, and several may be open. */
export const BULK_ROWS_MAX = 300
/** After that others have gone on with them. */
const UNDO_MAX_MS = 10 * 60_000
const KEPT_MS = 24 * 3_600_000

export type BulkOutcome = {
  id: number
  kind: BulkOrder['kind']
  done: number
  /** how many could not, by reason */
  refused: { reason: string; ids: number[] }[]
  isUndone: boolean
}

const storedRows = z.object({
  order: z.custom<BulkOrder>(),
  rows: z.array(
    z.object({ id: z.number(), reason: z.string().optional(), before: z.unknown().optional() }),
  ),
})

/** Does one thing to many conversations, in one transaction; each row succeeds or says why not. */
export function bulk(
  db: TenantDb,
  actor: Actor,
  { ids, order }: { ids: number[]; order: BulkOrder },
):
  { ok: true; outcome: BulkOutcome } | { ok: false; reason: 'nothing_ticked' | 'too_many_ticked' } {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return { ok: false, reason: 'nothing_ticked' }
  if (unique.length > BULK_ROWS_MAX) return { ok: false, reason: 'too_many_ticked' }
  return inTransaction(db, () => {
    const rows = unique.map((id) => {
      const step = doStep(db, actor, id, order)
      return step.ok ? { id, before: step.before } : { id, reason: step.reason }
    })
    const now = Date.now()
    db.delete(bulkActions)
      .where(lt(bulkActions.createdAt, now - KEPT_MS))
      .run()
    const { id } = db
      .insert(bulkActions)
      .values({
        ...{ memberId: actor.id, kind: order.kind, createdAt: now },
        rowsJson: JSON.stringify({ order, rows }),
      })
      .returning({ id: bulkActions.id })
      .get()
    return { ok: true, outcome: { id, ...toOutcome(order.kind, rows), isUndone: false } }
  })
}

/** Takes back what was done, row by row, for a few minutes; once. */
export function undoBulk(
  db: TenantDb,
  actor: Actor,
  bulkId: number,
): { ok: true; outcome: BulkOutcome } | { ok: false; reason: 'not_found' } {
  return inTransaction(db, () => {
    const action = db
      .select()
      .from(bulkActions)
      .where(
        and(
          isOwn(actor, bulkId),
          isNull(bulkActions.undoneAt),
          gt(bulkActions.createdAt, Date.now() - UNDO_MAX_MS),
        ),
      )
      .get()
    if (!action) return { ok: false, reason: 'not_found' }
    const { order, rows } = storedRows.parse(JSON.parse(action.rowsJson))
    const undone = rows
      .filter((row) => row.reason === undefined)
      .map((row) => {
        const step = undoStep(db, actor, row, order)
        return step.ok ? { id: row.id } : { id: row.id, reason: step.reason }
      })
    db.update(bulkActions).set({ undoneAt: Date.now() }).where(eq(bulkActions.id, bulkId)).run()
    return { ok: true, outcome: { id: bulkId, ...toOutcome(order.kind, undone), isUndone: true } }
  })
}

/** What came of a person's own bulk action, for the page after it. */
export function findOutcome(db: TenantDb, actor: Actor, bulkId: number): BulkOutcome | undefined {
  const action = db.select().from(bulkActions).where(isOwn(actor, bulkId)).get()
  if (!action) return undefined
  const { order, rows } = storedRows.parse(JSON.parse(action.rowsJson))
  return { id: bulkId, ...toOutcome(order.kind, rows), isUndone: action.undoneAt !== null }
}

function isOwn(actor: Actor, bulkId: number) {
  return and(eq(bulkActions.id, bulkId), eq(bulkActions.memberId, actor.id))
}

function toOutcome(kind: BulkOrder['kind'], rows: { id: number; reason?: string }[]) {
  const byReason = new Map<string, number[]>()
  for (const { id, reason } of rows)
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), id])
  const refused = [...byReason].map(([reason, ids]) => ({ reason, ids }))
  return { kind, done: rows.filter((row) => row.reason === undefined).length, refused }
}
