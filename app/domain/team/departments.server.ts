import { asc, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { departments } from './schema.server.ts'

const DEPARTMENTS_MAX = 100

export type Department = { id: number; name: string; members: number }
export type SaveDepartmentResult =
  { ok: true; id: number } | { ok: false; reason: 'name_taken' | 'too_many' | 'not_found' }

/** All departments by name, each with how many members it has. */
export function listDepartments(db: TenantDb): Department[] {
  const count = sql<number>`(select count(*) from members m
    where m.department_id = departments.id and m.status <> 'deactivated')`
  return db
    .select({ id: departments.id, name: departments.name, members: count })
    .from(departments)
    .orderBy(asc(sql`${departments.name} collate nocase`), asc(departments.id))
    .all()
}

export function findDepartment(db: TenantDb, id: number): Department | undefined {
  return listDepartments(db).find((department) => department.id === id)
}

export function addDepartment(db: TenantDb, saver: Saver, name: string): SaveDepartmentResult {
  return inTransaction(db, () => {
    const all = listDepartments(db)
    if (isTaken(all, name)) return { ok: false, reason: 'name_taken' }
    if (all.length >= DEPARTMENTS_MAX) return { ok: false, reason: 'too_many' }
    const { id } = db
      .insert(departments)
      .values({ name, createdAt: Date.now() })
      .returning({ id: departments.id })
      .get()
    note(db, saver, { action: 'department.added', id, details: { name } })
    return { ok: true, id }
  })
}

export function renameDepartment(
  db: TenantDb,
  saver: Saver,
  { id, name }: { id: number; name: string },
): SaveDepartmentResult {
  return inTransaction(db, () => {
    const all = listDepartments(db)
    const before = all.find((department) => department.id === id)
    if (!before) return { ok: false, reason: 'not_found' }
    const others = all.filter((department) => department.id !== id)
    if (isTaken(others, name)) return { ok: false, reason: 'name_taken' }
    db.update(departments).set({ name }).where(eq(departments.id, id)).run()
    note(db, saver, { action: 'department.renamed', id, details: { from: before.name, to: name } })
    return { ok: true, id }
  })
}

/**
 * Its members belong to none from then on, and what was for it alone (canned responses, macros)
 * is for the whole company.
 *
 * @returns false when there is none
 */
export function deleteDepartment(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const before = findDepartment(db, id)
    if (!before) return false
    db.update(members).set({ departmentId: null }).where(eq(members.departmentId, id)).run()
    db.run(
      sql`update or ignore canned_responses set department_id = null where department_id = ${id}`,
    )
    db.run(sql`delete from canned_responses where department_id = ${id}`)
    db.run(sql`update or ignore macros set department_id = null where department_id = ${id}`)
    db.run(sql`delete from macros where department_id = ${id}`)
    db.delete(departments).where(eq(departments.id, id)).run()
    note(db, saver, { action: 'department.deleted', id, details: { name: before.name } })
    return true
  })
}

function isTaken(all: Department[], name: string): boolean {
  return all.some((department) => department.name.toLowerCase() === name.toLowerCase())
}

function note(
  db: TenantDb,
  saver: Saver,
  entry: { action: string; id: number; details: Record<string, unknown> },
): void {
  const { action, id, details } = entry
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'department', subjectId: id, details })
}
