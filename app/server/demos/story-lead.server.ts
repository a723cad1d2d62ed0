import { eq } from 'drizzle-orm'
import { findOpenLead, openLead } from '#app/domain/leads/create.server.ts'
import type { NewLead } from '#app/domain/leads/create.server.ts'
import { leads, leadStageChanges } from '#app/domain/leads/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The lead of a story. Who turned hot on the way has one already: it is that one. */
export function tellLead(db: TenantDb, lead: NewLead): void {
  const known = findOpenLead(db, lead.contactId)
  if (!known) return void openLead(db, { kind: 'system' }, lead)
  const { title, ownerId, valueMinor, expectedOn, stageId = known.stageId } = lead
  db.update(leads)
    .set({ title, ownerId, valueMinor, expectedOn, stageId })
    .where(eq(leads.id, known.id))
    .run()
  db.update(leadStageChanges)
    .set({ toStageId: stageId })
    .where(eq(leadStageChanges.leadId, known.id))
    .run()
}
