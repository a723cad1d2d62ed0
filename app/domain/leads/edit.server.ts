import { eq } from 'drizzle-orm'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findLead } from './reach.server.ts'
import { leads } from './schema.server.ts'
import { tellLeadChange } from './tell.server.ts'

export type LeadDetails = {
  title: string
  /** in the lead's currency; null when nobody knows yet */
  valueMinor: number | null
  /** percent; null takes the stage's */
  probability: number | null
  /** yyyy-mm-dd in the company's zone */
  expectedOn: string | null
  ownerId: number | null
  nextAction: string
  /** UTC ms */
  nextActionAt: number | null
  source: string
}
export type EditLeadResult = { ok: true } | { ok: false; reason: 'not_found' | 'member_not_found' }

/** What is known of an opportunity, replaced together. */
export function saveLead(
  db: TenantDb,
  actor: Actor,
  { id, ...details }: LeadDetails & { id: number },
): EditLeadResult {
  return inTransaction(db, () => {
    const lead = findLead(db, actor, id)
    if (!lead) return { ok: false, reason: 'not_found' }
    const { ownerId } = details
    const isNewOwner = ownerId !== null && ownerId !== lead.ownerId
    if (isNewOwner && !listAssignable(db).some((member) => member.id === ownerId))
      return { ok: false, reason: 'member_not_found' }
    db.update(leads)
      .set({ ...details, updatedAt: Date.now() })
      .where(eq(leads.id, id))
      .run()
    tellLeadChange(db, lead.contactId)
    return { ok: true }
  })
}
