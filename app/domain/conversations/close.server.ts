import { eq } from 'drizzle-orm'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findMissing, parseRequired } from '#app/domain/closing/closing.ts'
import type { Closing, ClosingField } from '#app/domain/closing/closing.ts'
import { findLostReason } from '#app/domain/closing/lost-reasons.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { planSurvey } from '#app/domain/csat/plan.server.ts'
import { endLeadOf } from '#app/domain/leads/move.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { listLiveSales, recordSale } from '#app/domain/sales/record.server.ts'
import { noteClosed } from '#app/domain/sla/clocks.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import type { EventActor } from './events.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'

export { closeOutcomes } from '#app/domain/closing/closing.ts'
export type { Closing, CloseOutcome } from '#app/domain/closing/closing.ts'

export type CloseResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'lost_reason_unknown' }
  /** `missing`: what the company insists on */
  | { ok: false; reason: 'closing_incomplete'; missing: ClosingField[] }

/**
 * Ends a conversation, with what the company wants to know of it; a sale is written down with it.
 * The customer's next message opens a new one or this one again.
 */
export function closeConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  closing: Closing,
): CloseResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: true }
    const hasSale = listLiveSales(db, conversationId).length > 0
    const missing = findMissing(parseRequired(getCompany(db).closeRequires), closing, hasSale)
    if (missing.length > 0) return { ok: false, reason: 'closing_incomplete', missing }
    const isKnown = !closing.lostReasonId || findLostReason(db, closing.lostReasonId)
    if (!isKnown) return { ok: false, reason: 'lost_reason_unknown' }
    endConversation(db, conversation, closing, { kind: 'member', memberId: actor.id })
    return { ok: true }
  })
}

/**
 * Writes the end of an open conversation with everything that follows from it, in the caller's
 * transaction; nothing is checked here. A rule that closes what lies idle calls it too.
 */
export function endConversation(
  db: TenantDb,
  conversation: ConversationRow,
  closing: Closing,
  by: EventActor,
): void {
  const { id } = conversation
  const now = Date.now()
  const { outcome, reason = '', sale } = closing
  const lostReasonId = outcome === 'lost' ? (closing.lostReasonId ?? null) : null
  db.update(conversations)
    .set({
      ...{ status: 'closed', outcome, closedAt: now, updatedAt: now, lostReasonId },
      ...{ closedBy: by.kind === 'member' ? by.memberId : null, closedReason: reason.trim() },
      ...{ needsPersonAt: null, needsPersonReason: null, queuedAt: null, unansweredSince: null },
      ...{ snoozedUntil: null, snoozedBy: null },
    })
    .where(eq(conversations.id, id))
    .run()
  const sold = outcome === 'won' && sale ? sell(db, conversation, sale, { by, now }) : undefined
  const lostReason = lostReasonId === null ? undefined : findLostReason(db, lostReasonId)?.name
  const data = { outcome, reason: reason.trim() || undefined, lostReason, ...sold }
  recordEvent(db, id, { kind: 'closed', actor: by, data })
  if (outcome === 'won' || outcome === 'lost')
    endLeadOf(db, by.kind === 'member' ? by : { kind: 'system' }, {
      ...{ contactId: conversation.contactId, conversationId: id, outcome },
      ...{ amountMinor: sold?.amountMinor, ownerId: conversation.assignedTo },
      lostReason: lostReason ?? reason.trim(),
    })
  noteClosed(db, id, now)
  planSurvey(db, conversation, { outcome, closedAt: now })
  recordChange(db, 'conversation.changed', { conversationId: id })
  drainQueue(db)
}

/** Who had it has sold it; where nobody had it, who closed it. */
function sell(
  db: TenantDb,
  conversation: ConversationRow,
  sale: NonNullable<Closing['sale']>,
  { by, now }: { by: EventActor; now: number },
) {
  const { id: conversationId, contactId, channel, assignedTo } = conversation
  const memberId = assignedTo ?? (by.kind === 'member' ? by.memberId : null)
  const saleId = recordSale(db, { conversationId, contactId, channel, memberId }, sale, now)
  return { saleId, amountMinor: sale.amountMinor, currency: getCompany(db).currency }
}
