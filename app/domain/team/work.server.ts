import { eq } from 'drizzle-orm'
import { setCapacity } from '#app/domain/assignment/settings.server.ts'
import { memberSkills } from '#app/domain/assignment/schema.server.ts'
import { setMemberSkills } from '#app/domain/assignment/skills.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { mayManage } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findDepartment } from './departments.server.ts'

export type MemberWork = {
  title: string
  departmentId: number | null
  /** null takes the company's */
  capacity: number | null
  skillIds: readonly number[]
}
export type SaveWorkResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'not_allowed' | 'department_not_found' }

/** What a member does: title, department, how many conversations, which skills. */
export function getWork(db: TenantDb, memberId: number): MemberWork | undefined {
  const member = findMember(db, memberId)
  if (!member) return undefined
  const held = db.select().from(memberSkills).where(eq(memberSkills.memberId, memberId)).all()
  const { title, departmentId, capacity } = member
  return { title, departmentId, capacity, skillIds: held.map((row) => row.skillId) }
}

/** Saves it all together; more room or new skills take what waits in the queue. */
export function saveWork(
  db: TenantDb,
  actor: Actor & { name: string },
  { memberId, ...work }: MemberWork & { memberId: number },
): SaveWorkResult {
  return inTransaction(db, () => {
    const before = findMember(db, memberId)
    if (!before) return { ok: false, reason: 'not_found' }
    if (!mayManage(actor, toActor(before))) return { ok: false, reason: 'not_allowed' }
    const { title, departmentId } = work
    if (departmentId !== null && !findDepartment(db, departmentId))
      return { ok: false, reason: 'department_not_found' }
    if (before.title !== title || before.departmentId !== departmentId) {
      db.update(members)
        .set({ title, departmentId, updatedAt: Date.now() })
        .where(eq(members.id, memberId))
        .run()
      const by = { kind: 'member', id: actor.id, name: actor.name } as const
      recordAudit(db, by, {
        ...{ action: 'member.work_changed', subjectKind: 'member', subjectId: memberId },
        details: { title, departmentId },
      })
    }
    setMemberSkills(db, actor, { memberId, skillIds: work.skillIds })
    setCapacity(db, actor, { memberId, capacity: work.capacity })
    return { ok: true }
  })
}
