import { readFile } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import type { Reader } from '#app/domain/readers/open-reader.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addVersion, findVersion, pruneVersions } from './document-versions.server.ts'
import { findDocument, writeText } from './documents.server.ts'
import { documents, documentVersions } from './schema.server.ts'

const NAME_CHARACTERS_MAX = 200

export type GivenFile = { fileId: number; name: string; memberId: number }

/**
 * Takes a stored file as a document: a new one, or the next version of the one with that name
 * (letter case apart) or of `documentId`. It is read in the background; until then what the
 * document said before stays in use.
 *
 * @returns the document's id
 */
export function giveFile(db: TenantDb, file: GivenFile, documentId?: number): number {
  return inTransaction(db, () => {
    const id = documentId ?? findOrAdd(db, file.name.slice(0, NAME_CHARACTERS_MAX))
    const { fileId, memberId } = file
    readLater(db, id, addVersion(db, id, { fileId, memberId }))
    return id
  })
}

/** Reads a document's file once more. @returns false when there is no file to read */
export function readAgain(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const document = findDocument(db, id)
    const number = document?.readingVersion
    const version = number ? findVersion(db, id, number) : undefined
    if (!number || !version?.fileId) return false
    readLater(db, id, number)
    return true
  })
}

/**
 * Goes back to an earlier version: what it said is what the document says from now on, as a new
 * version, so that going back can be gone back from.
 *
 * @returns false when there is no such version, or it was never read
 */
export function restoreVersion(
  db: TenantDb,
  restore: { documentId: number; number: number; memberId: number },
): boolean {
  const { documentId, number, memberId } = restore
  return inTransaction(db, () => {
    const found = findVersion(db, documentId, number)
    if (!found || found.text === null) return false
    const { fileId, text, format, pages } = found
    const copy = { fileId, text, format, pages, memberId, restoredFrom: number }
    const version = addVersion(db, documentId, copy)
    const origin = fileId === null ? 'written' : 'file'
    db.update(documents).set({ origin }).where(eq(documents.id, documentId)).run()
    writeText(db, documentId, { text, format, pages, fileId, version })
    return true
  })
}

/** Job document.read: the newest version that was asked for becomes what the document says. */
export async function readDocument(
  db: TenantDb,
  payload: { documentId: number; version: number },
  job: JobContext,
  reader: Reader,
): Promise<void> {
  const { documentId, version: number } = payload
  const document = findDocument(db, documentId)
  const version = findVersion(db, documentId, number)
  const opened = version?.fileId ? openFile(db, version.fileId) : undefined
  // Another version was given meanwhile, or all of it deleted.
  if (!opened || document?.readingVersion !== number) return
  begin(db, documentId)
  const bytes = await readFile(opened.path).catch((error: unknown) => {
    if (job.isLastAttempt) inTransaction(db, () => fail(db, documentId, 'broken'))
    throw error
  })
  const read = await reader.readFile({ kind: 'file', bytes, name: opened.file.name })
  job.complete(() => {
    const current = findDocument(db, documentId)
    if (current?.readingVersion !== number) return
    if (!read.ok) return fail(db, documentId, read.reason)
    const { text, kind: format, pages } = read
    db.update(documentVersions)
      .set({ text, format, pages })
      .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)))
      .run()
    writeText(db, documentId, { text, format, pages, fileId: opened.file.id, version: number })
  })
  await pruneVersions(db, documentId)
}

function findOrAdd(db: TenantDb, name: string): number {
  const known = db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.name, name))
    .get()
  if (known) return known.id
  const now = Date.now()
  return db
    .insert(documents)
    .values({ name, text: '', createdAt: now, updatedAt: now })
    .returning({ id: documents.id })
    .get().id
}

/** The origin is the file's from now on, so that nobody edits a text that the file replaces. */
function readLater(db: TenantDb, documentId: number, version: number): void {
  const now = Date.now()
  const state = { status: 'processing', failureReason: null, startedAt: null } as const
  db.update(documents)
    .set({ ...state, origin: 'file', url: null, readingVersion: version, updatedAt: now })
    .where(eq(documents.id, documentId))
    .run()
  enqueue(db, 'document.read', { documentId, version })
  recordChange(db, 'knowledge.changed')
}

function begin(db: TenantDb, documentId: number): void {
  inTransaction(db, () => {
    const startedAt = Date.now()
    const state = { status: 'processing', failureReason: null, startedAt } as const
    db.update(documents).set(state).where(eq(documents.id, documentId)).run()
    recordChange(db, 'knowledge.changed')
  })
}

/** What the document said before stays in use. */
function fail(db: TenantDb, documentId: number, failureReason: string): void {
  db.update(documents)
    .set({ status: 'failed', failureReason, startedAt: null })
    .where(eq(documents.id, documentId))
    .run()
  recordChange(db, 'knowledge.changed')
}
