import { and, eq, ne, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { departments } from '#app/domain/team/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findCanned } from './list.server.ts'
import { cannedResponseFiles, cannedResponses as r } from './schema.server.ts'

export const CANNED_FILES_MAX = 10

export type CannedFields = {
  shortcut: string
  title: string
  text: string
  /** null: the whole company */
  departmentId: number | null
}

export type SaveCannedResult =
  | { ok: true; id: number }
  | {
      ok: false
      reason: 'shortcut_taken' | 'department_not_found' | 'not_found' | 'too_many_files'
    }

/** New, or with an id the changed one. `fileIds` come on top of those kept. */
export function saveCanned(
  db: TenantDb,
  saver: Saver,
  canned: CannedFields & { id?: number; fileIds: number[]; removedFileIds: number[] },
): SaveCannedResult {
  const { id: known, fileIds, removedFileIds, ...fields } = canned
  return inTransaction(db, () => {
    if (isTaken(db, fields, known)) return { ok: false, reason: 'shortcut_taken' }
    if (!isDepartment(db, fields.departmentId)) {
      return { ok: false, reason: 'department_not_found' }
    }
    const id = known === undefined ? insert(db, saver, fields) : update(db, known, fields)
    if (id === undefined) return { ok: false, reason: 'not_found' }
    const kept = listFileIds(db, id).filter((one) => !removedFileIds.includes(one))
    const all = [...kept, ...fileIds]
    if (all.length > CANNED_FILES_MAX) return { ok: false, reason: 'too_many_files' }
    db.delete(cannedResponseFiles).where(eq(cannedResponseFiles.cannedResponseId, id)).run()
    all.forEach((fileId, position) =>
      db.insert(cannedResponseFiles).values({ cannedResponseId: id, position, fileId }).run(),
    )
    note(db, saver, known === undefined ? 'canned_response.added' : 'canned_response.changed', id)
    return { ok: true, id }
  })
}

/** Its files are tidied away once nothing holds them. @returns false when there is none */
export function deleteCanned(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    if (db.delete(r).where(eq(r.id, id)).run().changes === 0) return false
    note(db, saver, 'canned_response.deleted', id)
    return true
  })
}

/** Counts that somebody put it into a message. @returns false out of their use */
export function countUse(db: TenantDb, actor: Actor, id: number): boolean {
  if (!findCanned(db, actor, id)) return false
  db.update(r)
    .set({ usedCount: sql`${r.usedCount} + 1` })
    .where(eq(r.id, id))
    .run()
  return true
}

function insert(db: TenantDb, saver: Saver, fields: CannedFields): number {
  const now = Date.now()
  return db
    .insert(r)
    .values({ ...fields, createdBy: toAuthorId(saver.id), createdAt: now, updatedAt: now })
    .returning({ id: r.id })
    .get().id
}

function update(db: TenantDb, id: number, fields: CannedFields): number | undefined {
  return db
    .update(r)
    .set({ ...fields, updatedAt: Date.now() })
    .where(eq(r.id, id))
    .returning({ id: r.id })
    .get()?.id
}

function isTaken(db: TenantDb, fields: CannedFields, ownId = 0): boolean {
  const same = db
    .select({ id: r.id })
    .from(r)
    .where(
      and(
        sql`${r.shortcut} = ${fields.shortcut}`,
        sql`coalesce(${r.departmentId}, 0) = ${fields.departmentId ?? 0}`,
        ne(r.id, ownId),
      ),
    )
    .get()
  return same !== undefined
}

function isDepartment(db: TenantDb, id: number | null): boolean {
  if (id === null) return true
  return db.select().from(departments).where(eq(departments.id, id)).get() !== undefined
}

function listFileIds(db: TenantDb, id: number): number[] {
  return db
    .select({ fileId: cannedResponseFiles.fileId })
    .from(cannedResponseFiles)
    .where(eq(cannedResponseFiles.cannedResponseId, id))
    .orderBy(cannedResponseFiles.position)
    .all()
    .map((row) => row.fileId)
}

function note(db: TenantDb, saver: Saver, action: string, id: number): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'canned_response', subjectId: id })
}
