import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { requestReading } from '#app/domain/lead-fields/reading.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leads, leadStageChanges } from './schema.server.ts'
import { findStage, firstStage } from './stages.server.ts'
import { tellLeadChange } from './tell.server.ts'

export type NewLead = {
  contactId: number
  conversationId?: number | null
  title: string
  valueMinor?: number | null
  expectedOn?: string | null
  ownerId?: number | null
  stageId?: number
  source?: string
}
export type CreateLeadResult =
  { ok: true; id: number } | { ok: false; reason: 'contact_not_found' | 'stage_not_found' }

/** Who or what moved a lead. */
export type LeadMover = { kind: 'member'; memberId: number } | { kind: 'ai' | 'system' }

/** An opportunity with a contact that this person reaches. */
export function createLead(db: TenantDb, actor: Actor, lead: NewLead): CreateLeadResult {
  return inTransaction(db, () => {
    if (!findContact(db, actor, lead.contactId)) return { ok: false, reason: 'contact_not_found' }
    if (lead.stageId !== undefined && !findStage(db, lead.stageId))
      return { ok: false, reason: 'stage_not_found' }
    const conversationId = findOwnConversation(db, actor, lead)
    const id = openLead(db, { kind: 'member', memberId: actor.id }, { ...lead, conversationId })
    // What the customer has said already need not be typed again.
    if (getCompany(db).aiEnabled) requestReading(db, actor, id)
    return { ok: true, id }
  })
}

/** The conversation it begins from, where this person reaches it and it is the contact's. */
function findOwnConversation(db: TenantDb, actor: Actor, lead: NewLead): number | null {
  const known = lead.conversationId && findReachable(db, actor, lead.conversationId)
  return known && known.contactId === lead.contactId ? known.id : null
}

/** Writes a lead on top of its stage, in the caller's transaction; nothing is checked here. */
export function openLead(db: TenantDb, by: LeadMover, lead: NewLead): number {
  const now = Date.now()
  const stage =
    (lead.stageId === undefined ? undefined : findStage(db, lead.stageId)) ?? firstStage(db, 'open')
  const { id } = db
    .insert(leads)
    .values({
      ...{ contactId: lead.contactId, conversationId: lead.conversationId ?? null },
      ...{ stageId: stage.id, position: topOf(db, stage.id), title: lead.title },
      ...{ valueMinor: lead.valueMinor ?? null, currency: getCompany(db).currency },
      ...{ expectedOn: lead.expectedOn ?? null, ownerId: lead.ownerId ?? null },
      ...{ source: lead.source ?? '', createdAt: now, updatedAt: now, stageChangedAt: now },
      closedAt: stage.kind === 'open' ? null : now,
    })
    .returning({ id: leads.id })
    .get()
  recordStage(db, by, { leadId: id, from: null, to: stage.id, now })
  tellLeadChange(db, lead.contactId)
  return id
}

/** The newest lead of a contact that has not ended. */
export function findOpenLead(db: TenantDb, contactId: number) {
  return db
    .select()
    .from(leads)
    .where(and(eq(leads.contactId, contactId), isNull(leads.closedAt)))
    .orderBy(desc(leads.id))
    .limit(1)
    .get()
}

/** The place above everything in a stage. */
export function topOf(db: TenantDb, stageId: number): number {
  const row = db
    .select({ least: sql<number | null>`min(${leads.position})` })
    .from(leads)
    .where(eq(leads.stageId, stageId))
    .get()
  return (row?.least ?? 1) - 1
}

/** Adds to a lead's history, in the caller's transaction. */
export function recordStage(
  db: TenantDb,
  by: LeadMover,
  move: { leadId: number; from: number | null; to: number; now: number },
): void {
  db.insert(leadStageChanges)
    .values({
      ...{ leadId: move.leadId, fromStageId: move.from, toStageId: move.to, at: move.now },
      ...{ byKind: by.kind, byMemberId: by.kind === 'member' ? by.memberId : null },
    })
    .run()
}
