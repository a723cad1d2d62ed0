import { neededSkillsOf } from '#app/domain/assignment/facts.server.ts'
import { listAssignees } from '#app/domain/assignment/roster.server.ts'
import { listSkills } from '#app/domain/assignment/skills.server.ts'
import { findConversationHead } from '#app/domain/conversations/conversation-head.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { AssignDialogData, ShownAssignee } from '#app/ui/assignment/shown.ts'

const order = { online: 0, busy: 1, away: 2, offline: 3 }

/**
 * What the assignment dialog shows: everybody with load and skills, those who are there first.
 *
 * @returns undefined when none of the conversations can be reached
 */
export function readAssignDialog(
  db: TenantDb,
  actor: Actor,
  conversationIds: readonly number[],
): AssignDialogData | undefined {
  const heads = conversationIds.flatMap((id) => findConversationHead(db, actor, id) ?? [])
  const [only] = heads
  if (!only) return undefined
  const isOne = heads.length === 1
  return {
    conversationIds: heads.map((head) => head.id),
    contactName: isOne ? only.contactName || (only.contactPhone ?? '') : null,
    ownerId: isOne ? only.assignedTo : null,
    ownerName: isOne ? only.assigneeName : null,
    assignees: listShown(db, isOne ? neededSkillsOf(db, only.id) : new Set()),
  }
}

function listShown(db: TenantDb, needed: ReadonlySet<number>): ShownAssignee[] {
  const skills = listSkills(db)
  const shown = listAssignees(db).map((one) => ({
    ...{ id: one.id, name: one.name, title: one.title, presence: one.presence },
    ...{ open: one.open, capacity: one.capacity },
    skills: skills
      .filter((skill) => one.skillIds.has(skill.id))
      .map((skill) => ({ name: skill.name, isAsked: needed.has(skill.id) })),
  }))
  const asked = (one: ShownAssignee) => one.skills.filter((skill) => skill.isAsked).length
  return shown.toSorted(
    (a, b) =>
      order[a.presence] - order[b.presence] ||
      asked(b) - asked(a) ||
      a.open - b.open ||
      a.id - b.id,
  )
}
