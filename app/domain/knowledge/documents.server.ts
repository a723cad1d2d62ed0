import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { cutDocument } from './cut.server.ts'
import { addVersion } from './document-versions.server.ts'
import { noteKnowledgeChange } from './follow-up.server.ts'
import { toLimit } from './listing.ts'
import type { ListOptions, Page } from './listing.ts'
import { pageCondition, toPage } from './paging.server.ts'
import { deletePassages, replacePassages } from './passages.server.ts'
import { cleanText, toInvalidRow } from './rows.server.ts'
import type { InvalidRow } from './rows.server.ts'
import { documents } from './schema.server.ts'
import { usage } from './source-usage.server.ts'

const NAME_CHARACTERS_MAX = 200
const TEXT_CHARACTERS_MAX = 2_000_000

const documentRow = z.strictObject({
  name: cleanText(NAME_CHARACTERS_MAX),
  text: cleanText(TEXT_CHARACTERS_MAX),
  memberId: z.number().int().optional(),
})

export type Document = typeof documents.$inferSelect

/** A document as a list shows it: without its text, with what it contributes. */
export type DocumentSummary = Omit<Document, 'text'> & {
  passageCount: number
  usedCount: number
  lastUsedAt: number | null
}

/**
 * Adds a written document, or replaces the text of the one with that name (letter case apart).
 * Passages whose text stays keep their row and vectors; the text before stays as a version.
 */
export function upsertDocument(
  db: TenantDb,
  input: unknown,
): { ok: true; id: number; passages: number } | InvalidRow {
  const parsed = documentRow.safeParse(input)
  if (!parsed.success) return toInvalidRow(1, parsed.error)
  const { name, text, memberId } = parsed.data
  return inTransaction(db, () => {
    const now = Date.now()
    const { id } = db
      .insert(documents)
      .values({ name, text: '', createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: documents.name, set: { origin: 'written', url: null } })
      .returning({ id: documents.id })
      .get()
    const version = addVersion(db, id, { text, format: 'text', memberId: memberId ?? null })
    const passages = writeText(db, id, { text, format: 'text', pages: null, fileId: null, version })
    return { ok: true, id, passages }
  })
}

/**
 * Makes a text what a document says from now on. Call it in a transaction.
 *
 * @returns how many passages it was cut into
 */
export function writeText(
  db: TenantDb,
  id: number,
  read: Pick<Document, 'text' | 'format' | 'pages' | 'fileId'> & { version: number },
): number {
  const { version, ...facts } = read
  const updatedAt = Date.now()
  const state = { status: 'processed', failureReason: null, startedAt: null } as const
  const { name, url } = db
    .update(documents)
    .set({ ...facts, ...state, readingVersion: version, updatedAt })
    .where(eq(documents.id, id))
    .returning({ name: documents.name, url: documents.url })
    .get()
  const texts = cutDocument(name, facts.text, { hasPages: facts.pages !== null, url })
  replacePassages(db, { kind: 'document', id }, texts)
  noteKnowledgeChange(db)
  return texts.length
}

/** @returns false when there was none */
export function deleteDocument(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    deletePassages(db, { kind: 'document', id })
    const isGone = db.delete(documents).where(eq(documents.id, id)).run().changes > 0
    if (isGone) noteKnowledgeChange(db)
    return isGone
  })
}

export function findDocument(db: TenantDb, id: number): Document | undefined {
  return db.select().from(documents).where(eq(documents.id, id)).get()
}

/** Latest change first. */
export function listDocuments(db: TenantDb, options: ListOptions = {}): Page<DocumentSummary> {
  const { text: _text, ...shown } = getTableColumns(documents)
  const columns = { ...documents, searched: [documents.name, documents.url] }
  const rows = db
    .select({
      ...shown,
      // Written out: drizzle leaves the table names away where a select has one table.
      passageCount: sql<number>`(select count(*) from passages
        where passages.source_kind = 'document' and passages.source_id = documents.id)`,
      ...usage('document', 'documents.id'),
    })
    .from(documents)
    .where(pageCondition(options, columns))
    .orderBy(desc(documents.updatedAt), desc(documents.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}
