import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findOpenLead, openLead, recordStage, topOf } from './create.server.ts'
import type { LeadMover } from './create.server.ts'
import { findLead } from './reach.server.ts'
import { leads } from './schema.server.ts'
import { findStage, firstStage } from './stages.server.ts'
import type { Stage } from './stages.server.ts'
import { tellLeadChange } from './tell.server.ts'

export type LeadMove = {
  leadId: number
  stageId: number
  /** the lead it is put above; left out, it goes on top */
  beforeId?: number
  /** for a stage that means lost */
  lostReason?: string
}
export type MoveResult = { ok: true } | { ok: false; reason: 'not_found' | 'stage_not_found' }

type Lead = typeof leads.$inferSelect

/** Moves a lead to a stage and a place in it; entering won or lost ends it, leaving opens it. */
export function moveLead(db: TenantDb, actor: Actor, move: LeadMove): MoveResult {
  return inTransaction(db, () => {
    const lead = findLead(db, actor, move.leadId)
    if (!lead) return { ok: false, reason: 'not_found' }
    const stage = findStage(db, move.stageId)
    if (!stage) return { ok: false, reason: 'stage_not_found' }
    place(db, { kind: 'member', memberId: actor.id }, lead, { ...move, stage })
    return { ok: true }
  })
}

/**
 * A conversation ended as won or lost: its contact's open lead ends with it. A sale without a
 * lead makes one, so that the pipeline tells the whole story.
 */
export function endLeadOf(
  db: TenantDb,
  by: LeadMover,
  end: {
    contactId: number
    conversationId: number
    outcome: 'won' | 'lost'
    amountMinor?: number
    ownerId?: number | null
    lostReason?: string
  },
): number | undefined {
  const { contactId, conversationId, outcome, amountMinor, ownerId, lostReason } = end
  const known = findOpenLead(db, contactId)
  if (!known && outcome === 'lost') return undefined
  const lead =
    known ?? findById(db, openLead(db, by, { contactId, conversationId, title: '', ownerId }))
  if (!lead) return undefined
  if (amountMinor !== undefined)
    db.update(leads).set({ valueMinor: amountMinor }).where(eq(leads.id, lead.id)).run()
  place(db, by, lead, { stage: firstStage(db, outcome), lostReason })
  return lead.id
}

function place(
  db: TenantDb,
  by: LeadMover,
  lead: Lead,
  to: { stage: Stage; beforeId?: number; lostReason?: string },
): void {
  const { stage, beforeId, lostReason } = to
  const now = Date.now()
  const hasMoved = stage.id !== lead.stageId
  db.update(leads)
    .set({
      ...{ stageId: stage.id, updatedAt: now },
      position: positionFor(db, { stageId: stage.id, beforeId, leadId: lead.id }),
      ...(hasMoved && { stageChangedAt: now }),
      closedAt: stage.kind === 'open' ? null : (lead.closedAt ?? now),
      lostReason: stage.kind === 'lost' ? (lostReason ?? lead.lostReason) : '',
    })
    .where(eq(leads.id, lead.id))
    .run()
  if (hasMoved) recordStage(db, by, { leadId: lead.id, from: lead.stageId, to: stage.id, now })
  tellLeadChange(db, lead.contactId)
}

/** Half-way between the two it comes to stand between; no other row is written. */
function positionFor(
  db: TenantDb,
  { stageId, beforeId, leadId }: { stageId: number; beforeId?: number; leadId: number },
): number {
  const before = beforeId === undefined ? undefined : findById(db, beforeId)
  if (!before || before.stageId !== stageId || before.id === leadId) return topOf(db, stageId)
  const above = db
    .select({ position: sql<number | null>`max(${leads.position})` })
    .from(leads)
    .where(
      and(
        eq(leads.stageId, stageId),
        lt(leads.position, before.position),
        sql`${leads.id} <> ${leadId}`,
      ),
    )
    .get()
  const upper = above?.position ?? before.position - 2
  const middle = (upper + before.position) / 2
  // After some fifty halvings between the same two there is no number left between them.
  if (middle > upper && middle < before.position) return middle
  spreadOut(db, stageId, before.position)
  return before.position
}

/** Makes room: everything from a place on moves down by one. */
function spreadOut(db: TenantDb, stageId: number, from: number): void {
  db.update(leads)
    .set({ position: sql`${leads.position} + 1` })
    .where(and(eq(leads.stageId, stageId), gte(leads.position, from)))
    .run()
}

function findById(db: TenantDb, id: number): Lead | undefined {
  return db.select().from(leads).where(eq(leads.id, id)).get()
}
