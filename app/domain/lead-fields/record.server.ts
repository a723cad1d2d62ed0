import { and, eq, sql } from 'drizzle-orm'
import { leads } from '#app/domain/leads/schema.server.ts'
import { tellLeadChange } from '#app/domain/leads/tell.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leadFieldChanges, leadFieldValues } from './schema.server.ts'

export type FieldRow = typeof leadFieldValues.$inferSelect
export type FieldAction = (typeof leadFieldChanges.$inferSelect)['action']

export function findFieldRow(db: TenantDb, leadId: number, field: string): FieldRow | undefined {
  return db
    .select()
    .from(leadFieldValues)
    .where(and(eq(leadFieldValues.leadId, leadId), eq(leadFieldValues.field, field)))
    .get()
}

/** Writes a field's new state with its line of history, in the caller's transaction. */
export function writeField(
  db: TenantDb,
  row: FieldRow,
  change: {
    action: FieldAction
    value: string
    messageId?: number | null
    byMemberId?: number | null
    at: number
  },
): void {
  const { leadId: _lead, field: _field, ...set } = row
  db.insert(leadFieldValues)
    .values(row)
    .onConflictDoUpdate({ target: [leadFieldValues.leadId, leadFieldValues.field], set })
    .run()
  const { leadId, field } = row
  db.insert(leadFieldChanges)
    .values({ leadId, field, messageId: null, byMemberId: null, ...change })
    .run()
}

/** Pages that show the lead hear of it, and it counts as changed; in the caller's transaction. */
export function tellFieldChange(db: TenantDb, leadId: number): void {
  const lead = db
    .update(leads)
    .set({ updatedAt: sql`max(${leads.updatedAt}, ${Date.now()})` })
    .where(eq(leads.id, leadId))
    .returning({ contactId: leads.contactId })
    .get()
  if (lead) tellLeadChange(db, lead.contactId)
}
