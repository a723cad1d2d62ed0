import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { messageTemplates as t } from '#app/domain/endpoints/schema.server.ts'
import type { TemplateRow } from '#app/domain/endpoints/templates.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type TemplateChange = {
  category: string
  components: unknown[]
  headerFileId: number | null
}

export function findTemplateRow(db: TenantDb, id: number): TemplateRow | undefined {
  return db.select().from(t).where(eq(t.id, id)).get()
}

/** What is asked of the vendor for this template now. */
export function changeOf(row: TemplateRow): TemplateChange | undefined {
  return row.changeJson ? (JSON.parse(row.changeJson) as TemplateChange) : undefined
}

/** The vendor took it. A review that was faster than its answer keeps its word. */
export function noteTaken(
  db: TenantDb,
  id: number,
  answer: { providerId: string; status: string; category?: string },
): void {
  inTransaction(db, () => {
    const row = findTemplateRow(db, id)
    const change = row && changeOf(row)
    if (!row) return
    const isOvertaken = row.changeState !== 'submitting'
    db.update(t)
      .set({
        providerId: answer.providerId,
        ...(!isOvertaken && { ...inForce(change), status: answer.status.toUpperCase() }),
        ...(answer.category && { category: answer.category }),
      })
      .where(eq(t.id, id))
      .run()
    tell(db, row)
  })
}

/** It was not taken, or not deleted: what is in force stays as it was, and the reason is shown. */
export function noteRefused(db: TenantDb, id: number, reason: string): void {
  inTransaction(db, () => {
    const row = findTemplateRow(db, id)
    if (!row) return
    db.update(t).set({ changeState: 'failed', changeReason: reason }).where(eq(t.id, id)).run()
    tell(db, row)
  })
}

export function noteDeleted(db: TenantDb, id: number): void {
  inTransaction(db, () => {
    const row = findTemplateRow(db, id)
    if (!row) return
    db.delete(t).where(eq(t.id, id)).run()
    tell(db, row)
  })
}

/** The columns of a change that holds from now on. */
export function inForce(change: TemplateChange | undefined) {
  return {
    ...{ changeState: null, changeJson: null, changeReason: null, rejectedReason: null },
    ...(change && {
      category: change.category,
      componentsJson: JSON.stringify(change.components),
      headerFileId: change.headerFileId,
    }),
  }
}

function tell(db: TenantDb, { endpointId }: TemplateRow): void {
  recordChange(db, 'endpoint.changed', { data: { endpointId } })
}
