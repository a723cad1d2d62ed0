import { readTeamFigures } from '#app/domain/analytics/performance.server.ts'
import type { TeamFigures } from '#app/domain/analytics/performance.server.ts'
import { listAssignees } from '#app/domain/assignment/roster.server.ts'
import { listSkills } from '#app/domain/assignment/skills.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listDepartments } from './departments.server.ts'
import { getWork } from './work.server.ts'

/** What a row of the members' page says beyond who it is. */
export type MemberFigures = TeamFigures & {
  department: string | undefined
  skills: string[]
  open: number
  capacity: number
}

/** Work and figures of some members, by id; who answers nobody has figures of zero. */
export function readTeam(
  db: TenantDb,
  { memberIds, range, now = Date.now() }: { memberIds: number[]; range: string; now?: number },
): Record<number, MemberFigures> {
  const figures = readTeamFigures(db, memberIds, { range, now })
  const departments = new Map(listDepartments(db).map(({ id, name }) => [id, name]))
  const skills = new Map(listSkills(db).map(({ id, name }) => [id, name]))
  const load = new Map(listAssignees(db, now).map((one) => [one.id, one]))
  const rowOf = (id: number): MemberFigures | undefined => {
    const [own, work, busy] = [figures.get(id), getWork(db, id), load.get(id)]
    if (!own || !work) return undefined
    return {
      ...own,
      department: work.departmentId === null ? undefined : departments.get(work.departmentId),
      skills: work.skillIds.flatMap((skill) => skills.get(skill) ?? []),
      ...{ open: busy?.open ?? 0, capacity: busy?.capacity ?? 0 },
    }
  }
  const rows = memberIds.flatMap((id) => {
    const row = rowOf(id)
    return row ? [[id, row] as const] : []
  })
  return Object.fromEntries(rows)
}
