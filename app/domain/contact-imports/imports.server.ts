import { and, desc, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { listFields } from '#app/domain/contacts/fields.server.ts'
import {
  contactImportRejections,
  contactImportRows,
  contactImports,
} from '#app/domain/contacts/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { guessMapping } from './mapping.ts'
import type { ImportMapping } from './mapping.ts'
import type { ImportTable } from './read-table.server.ts'

const PREVIEW_ROWS = 5
const IMPORTS_SHOWN = 20

export type ContactImport = NonNullable<ReturnType<typeof findImport>>

/** Keeps a file's rows until somebody has said what the columns are. @returns its id */
export function createImport(
  db: TenantDb,
  member: Actor,
  file: ImportTable & { fileName: string },
): number {
  return inTransaction(db, () => {
    const mapping = guessMapping(file.header, listFields(db))
    const { id } = db
      .insert(contactImports)
      .values({
        ...{ memberId: member.id, fileName: file.fileName.slice(0, 200), state: 'mapping' },
        ...{ headerJson: JSON.stringify(file.header), mappingJson: JSON.stringify(mapping) },
        ...{ rowsTotal: file.rows.length, createdAt: Date.now() },
      })
      .returning({ id: contactImports.id })
      .get()
    const insert = db
      .insert(contactImportRows)
      .values({
        importId: id,
        rowNumber: sql.placeholder('row'),
        cellsJson: sql.placeholder('cells'),
      })
      .prepare()
    // The first row of the file names the columns, so the second is number 2.
    for (const [index, row] of file.rows.entries())
      insert.run({ row: index + 2, cells: JSON.stringify(row) })
    return id
  })
}

/** Imports of this person; of everybody for who reads everything. Newest first. */
export function listImports(db: TenantDb, member: Actor) {
  return db
    .select()
    .from(contactImports)
    .where(isOwn(member))
    .orderBy(desc(contactImports.id))
    .limit(IMPORTS_SHOWN)
    .all()
}

/** One import with its columns, for who may see it. */
export function findImport(db: TenantDb, member: Actor, id: number) {
  const row = db
    .select()
    .from(contactImports)
    .where(and(eq(contactImports.id, id), isOwn(member)))
    .get()
  if (!row) return undefined
  const { headerJson, mappingJson, ...facts } = row
  return {
    ...facts,
    header: JSON.parse(headerJson) as string[],
    mapping: JSON.parse(mappingJson) as ImportMapping,
  }
}

/** The first rows of the file, for seeing what a mapping does. */
export function previewRows(db: TenantDb, importId: number): string[][] {
  return db
    .select({ cells: contactImportRows.cellsJson })
    .from(contactImportRows)
    .where(eq(contactImportRows.importId, importId))
    .orderBy(contactImportRows.rowNumber)
    .limit(PREVIEW_ROWS)
    .all()
    .map((row) => JSON.parse(row.cells) as string[])
}

/** Rows that were not taken, with why. */
export function listRejections(db: TenantDb, importId: number) {
  return db
    .select()
    .from(contactImportRejections)
    .where(eq(contactImportRejections.importId, importId))
    .orderBy(contactImportRejections.rowNumber)
    .all()
    .map(({ rowNumber, reason, rowJson }) => {
      const [code = '', column] = reason.split(':')
      return {
        ...{ rowNumber, code, cells: JSON.parse(rowJson) as string[] },
        column: column === undefined ? undefined : Number(column),
      }
    })
}

export type StartImportResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'import_no_column' | 'import_column_twice' }

/** Says what the columns are and lets the job begin. */
export function startImport(
  db: TenantDb,
  member: SignedInMember,
  input: { id: number; mapping: ImportMapping; duplicates: 'update' | 'skip' },
): StartImportResult {
  return inTransaction(db, () => {
    const { id, mapping, duplicates } = input
    const found = findImport(db, member, id)
    if (found?.state !== 'mapping') return { ok: false, reason: 'not_found' }
    const used = mapping.filter((target) => target !== null)
    if (new Set(used).size < used.length) return { ok: false, reason: 'import_column_twice' }
    if (!used.some((target) => ['name', 'phone', 'email'].includes(target)))
      return { ok: false, reason: 'import_no_column' }
    db.update(contactImports)
      .set({ state: 'queued', mappingJson: JSON.stringify(mapping), duplicates })
      .where(eq(contactImports.id, id))
      .run()
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    const details = { rows: found.rowsTotal, duplicates }
    const about = { subjectKind: 'contact_import', subjectId: id, details }
    recordAudit(db, actor, { action: 'contacts.imported', ...about })
    enqueue(db, 'contacts.import', { importId: id }, { key: String(id) })
    return { ok: true }
  })
}

function isOwn(member: Actor) {
  return can(member, 'conversations.read_all') ? undefined : eq(contactImports.memberId, member.id)
}
