import { assign, assignConversation } from '#app/domain/conversations/assign.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { lastInRotation, neededSkillsOf, turnRotation } from './facts.server.ts'
import { listOnline } from './roster.server.ts'
import { chooseMember } from './strategy.ts'

export const BULK_MAX = 100

export type BulkAssignment = {
  conversationIds: readonly number[]
  /** one member, or `spread` over those online by the company's strategy (fewest open if by hand) */
  to: number | 'spread'
  reason?: string
}

/**
 * Gives several conversations away at once, each on its own: one that is gone holds up none.
 *
 * @returns how many found their owner, and how many did not (no room, closed, out of reach)
 */
export function assignMany(
  db: TenantDb,
  actor: Actor,
  order: BulkAssignment,
): { given: number; left: number } {
  const ids = [...new Set(order.conversationIds)].slice(0, BULK_MAX)
  return inTransaction(db, () => {
    const given = ids.filter((id) =>
      order.to === 'spread'
        ? spreadOne(db, actor, { id, reason: order.reason })
        : assignConversation(db, actor, {
            ...{ conversationId: id, memberId: order.to, reason: order.reason },
          }).ok,
    ).length
    return { given, left: ids.length - given }
  })
}

/** Like the strategy would, but at once and by hand: the hours do not matter. */
function spreadOne(
  db: TenantDb,
  actor: Actor,
  { id, reason }: { id: number; reason?: string },
): boolean {
  if (!can(actor, 'conversations.assign')) return false
  const conversation = findReachable(db, actor, id)
  if (!conversation || conversation.status === 'closed') return false
  const { assignmentStrategy } = getCompany(db)
  const strategy = assignmentStrategy === 'manual' ? 'workload' : assignmentStrategy
  const chosen = chooseMember(strategy, listOnline(db, Date.now()), {
    lastMemberId: lastInRotation(db, 0),
    neededSkillIds: strategy === 'expertise' ? neededSkillsOf(db, id) : new Set(),
    takenFrom: conversation.assignedTo,
  })
  if (!chosen) return false
  assign(db, actor, { conversationId: id, memberId: chosen.id, reason, rule: strategy })
  if (strategy === 'round_robin') turnRotation(db, 0, chosen.id)
  return true
}
