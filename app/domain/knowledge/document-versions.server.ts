import { and, desc, eq, inArray, isNotNull, max } from 'drizzle-orm'
import { files } from '#app/domain/files/schema.server.ts'
import { removeFile } from '#app/domain/files/store.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { documents, documentVersions } from './schema.server.ts'

/** Older ones are forgotten, their files with them. */
const VERSIONS_KEPT = 20

export type NewVersion = Partial<
  Pick<
    typeof documentVersions.$inferInsert,
    'fileId' | 'text' | 'format' | 'pages' | 'memberId' | 'restoredFrom'
  >
>

/** Adds the next version of a document. @returns its number, from 1 */
export function addVersion(db: TenantDb, documentId: number, version: NewVersion): number {
  const last = db
    .select({ number: max(documentVersions.number) })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .get()
  const number = (last?.number ?? 0) + 1
  db.insert(documentVersions)
    .values({
      ...{ ...version, memberId: toAuthorId(version.memberId) },
      ...{ documentId, number, createdAt: Date.now() },
    })
    .run()
  return number
}

export function findVersion(db: TenantDb, documentId: number, number: number) {
  return db
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)))
    .get()
}

/** A document's versions without their text, newest first. */
export function listVersions(db: TenantDb, documentId: number) {
  return db
    .select({
      ...{ number: documentVersions.number, fileId: documentVersions.fileId },
      ...{ createdAt: documentVersions.createdAt, restoredFrom: documentVersions.restoredFrom },
      ...{ fileName: files.name, byteSize: files.byteSize, by: members.name },
      isRead: isNotNull(documentVersions.text).mapWith(Boolean),
    })
    .from(documentVersions)
    .leftJoin(files, eq(files.id, documentVersions.fileId))
    .leftJoin(members, eq(members.id, documentVersions.memberId))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(VERSIONS_KEPT)
    .all()
}

/** The files that a document and its versions hold. */
export function listFileIds(db: TenantDb, documentId: number): number[] {
  const rows = db
    .selectDistinct({ id: documentVersions.fileId })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .all()
  return rows.flatMap(({ id }) => id ?? [])
}

/** Forgets versions beyond those that are kept, and the files that only they held. */
export async function pruneVersions(db: TenantDb, documentId: number): Promise<void> {
  const old = db
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .offset(VERSIONS_KEPT)
    .limit(100)
    .all()
  if (old.length === 0) return
  const before = listFileIds(db, documentId)
  const ids = old.map(({ id }) => id)
  db.delete(documentVersions).where(inArray(documentVersions.id, ids)).run()
  await removeUnused(db, before)
}

/** Removes files that no version and no document holds any more. */
export async function removeUnused(db: TenantDb, fileIds: number[]): Promise<void> {
  for (const fileId of fileIds) {
    const held = [documentVersions, documents].some((table) =>
      db.select({ id: table.id }).from(table).where(eq(table.fileId, fileId)).limit(1).get(),
    )
    if (!held) await removeFile(db, fileId)
  }
}
