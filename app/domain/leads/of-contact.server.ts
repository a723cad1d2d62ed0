import { desc, eq, sql } from 'drizzle-orm'
import { listFieldsOf } from '#app/domain/lead-fields/list.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leads, leadStages } from './schema.server.ts'

/** Open ones first; what ended long ago is on the list of leads. */
const SHOWN_MAX = 4

const OF_CONTACT = Symbol('leads.of_contact')

export type ContactLead = ReturnType<typeof listContactLeads>[number]

/** A contact's leads with what is known of each, open ones first; the caller has checked reach. */
export function listContactLeads(db: TenantDb, contactId: number) {
  const rows = prepared(db, OF_CONTACT, selectOfContact).all({ contactId })
  const fields = listFieldsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    fields: (fields.get(row.id) ?? []).filter((field) => field.value ?? field.suggestion),
  }))
}

function selectOfContact(db: TenantDb) {
  return db
    .select({
      ...{ id: leads.id, title: leads.title, valueMinor: leads.valueMinor },
      ...{ currency: leads.currency, expectedOn: leads.expectedOn, ownerName: members.name },
      ...{ nextAction: leads.nextAction, nextActionAt: leads.nextActionAt },
      ...{ stageName: leadStages.name, stageKind: leadStages.kind, lostReason: leads.lostReason },
      probability: sql<number>`coalesce(${leads.probability}, ${leadStages.probability})`,
    })
    .from(leads)
    .innerJoin(leadStages, eq(leadStages.id, leads.stageId))
    .leftJoin(members, eq(members.id, leads.ownerId))
    .where(eq(leads.contactId, sql.placeholder('contactId')))
    .orderBy(sql`${leads.closedAt} is not null`, desc(leads.id))
    .limit(SHOWN_MAX)
    .prepare()
}
