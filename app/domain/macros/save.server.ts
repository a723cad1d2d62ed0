import { and, eq, ne, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { findCanned } from '#app/domain/canned-responses/list.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { priorities, tags } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { findDepartment } from '#app/domain/team/departments.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMacro, mayShareMacros } from './list.server.ts'
import type { MacroScope, MacroStep } from './macro.ts'
import { macros as m } from './schema.server.ts'

export type MacroFields = { name: string; steps: MacroStep[]; scope: MacroScope }

export type SaveMacroResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'name_taken' | 'not_found' | 'not_allowed' | 'department_not_found' }
  /** `step` names something that is not there; counted from 0 */
  | { ok: false; reason: 'step_gone'; step: number }

/** New, or with an id the changed one. Shared ones need the right to share. */
export function saveMacro(
  db: TenantDb,
  saver: Saver & Actor,
  { id, name, steps, scope }: MacroFields & { id?: number },
): SaveMacroResult {
  return inTransaction(db, () => {
    const known = id === undefined ? undefined : findMacro(db, saver, id)
    if (id !== undefined && !known?.isMine) return { ok: false, reason: 'not_found' }
    if (scope.kind !== 'private' && !mayShareMacros(saver)) {
      return { ok: false, reason: 'not_allowed' }
    }
    if (scope.kind === 'department' && !findDepartment(db, scope.id)) {
      return { ok: false, reason: 'department_not_found' }
    }
    const gone = steps.findIndex((step) => !isThere(db, saver, step))
    if (gone !== -1) return { ok: false, reason: 'step_gone', step: gone }
    const columns = {
      ...{ name, actionsJson: JSON.stringify(steps), updatedAt: Date.now() },
      departmentId: scope.kind === 'department' ? scope.id : null,
      ownerId: scope.kind === 'private' ? saver.id : null,
    }
    if (isTaken(db, columns, id)) return { ok: false, reason: 'name_taken' }
    return { ok: true, id: write(db, saver, columns, id) }
  })
}

/** @returns false when there is none that this person may change */
export function deleteMacro(db: TenantDb, saver: Saver & Actor, id: number): boolean {
  return inTransaction(db, () => {
    if (!findMacro(db, saver, id)?.isMine) return false
    db.delete(m).where(eq(m.id, id)).run()
    note(db, saver, 'macro.deleted', id)
    return true
  })
}

type Columns = Pick<
  typeof m.$inferInsert,
  'name' | 'actionsJson' | 'departmentId' | 'ownerId' | 'updatedAt'
>

function write(db: TenantDb, saver: Saver, columns: Columns, known: number | undefined): number {
  const made = { createdBy: saver.id, createdAt: Date.now() }
  const { id } =
    known === undefined
      ? db
          .insert(m)
          .values({ ...columns, ...made })
          .returning({ id: m.id })
          .get()
      : { id: known }
  if (known !== undefined) db.update(m).set(columns).where(eq(m.id, known)).run()
  note(db, saver, known === undefined ? 'macro.added' : 'macro.changed', id)
  return id
}

function isTaken(db: TenantDb, columns: Columns, ownId = 0): boolean {
  const same = db
    .select({ id: m.id })
    .from(m)
    .where(
      and(
        sql`${m.name} = ${columns.name}`,
        sql`coalesce(${m.departmentId}, 0) = ${columns.departmentId ?? 0}`,
        sql`coalesce(${m.ownerId}, 0) = ${columns.ownerId ?? 0}`,
        ne(m.id, ownId),
      ),
    )
    .get()
  return same !== undefined
}

/** What a step names must exist when it is saved; when it runs it is asked again. */
function isThere(db: TenantDb, actor: Actor, step: MacroStep): boolean {
  switch (step.kind) {
    case 'ready_answer':
      return findCanned(db, actor, step.cannedId) !== undefined
    case 'add_tag':
    case 'remove_tag':
      return db.select().from(tags).where(eq(tags.id, step.tagId)).get() !== undefined
    case 'priority':
      return (
        step.priorityId === null ||
        db.select().from(priorities).where(eq(priorities.id, step.priorityId)).get() !== undefined
      )
    case 'assign': {
      const { to } = step
      if (to.kind === 'department') return findDepartment(db, to.id) !== undefined
      return to.kind !== 'member' || listAssignable(db).some((one) => one.id === to.id)
    }
    default:
      return true
  }
}

function note(db: TenantDb, saver: Saver, action: string, id: number): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'macro', subjectId: id })
}
