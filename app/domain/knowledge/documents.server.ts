import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { cutDocument } from './cut.server.ts'
import { noteKnowledgeChange } from './follow-up.server.ts'
import { toLimit } from './listing.ts'
import type { ListOptions, Page } from './listing.ts'
import { pageCondition, toPage } from './paging.server.ts'
import { deletePassages, replacePassages } from './passages.server.ts'
import { cleanText, toInvalidRow } from './rows.server.ts'
import type { InvalidRow } from './rows.server.ts'
import { documents } from './schema.server.ts'

const NAME_CHARACTERS_MAX = 200
const TEXT_CHARACTERS_MAX = 2_000_000

const documentRow = z.strictObject({
  name: cleanText(NAME_CHARACTERS_MAX),
  text: cleanText(TEXT_CHARACTERS_MAX),
  fileId: z.number().int().positive().optional(),
})

export type Document = typeof documents.$inferSelect

/** A document as a list shows it: without its text, with the number of its passages. */
export type DocumentSummary = Omit<Document, 'text'> & { passageCount: number }

/**
 * Adds a document, or replaces the text of the one with that name (letter case apart).
 * Passages whose text stays keep their row and vectors.
 */
export function upsertDocument(
  db: TenantDb,
  input: unknown,
): { ok: true; id: number; passages: number } | InvalidRow {
  const parsed = documentRow.safeParse(input)
  if (!parsed.success) return toInvalidRow(1, parsed.error)
  const { name, text, fileId = null } = parsed.data
  const texts = cutDocument(name, text)
  return inTransaction(db, () => {
    const now = Date.now()
    const { id } = db
      .insert(documents)
      .values({ name, text, fileId, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: documents.name,
        set: { text, fileId, updatedAt: now, status: 'processed', failureReason: null },
      })
      .returning({ id: documents.id })
      .get()
    replacePassages(db, { kind: 'document', id }, texts)
    noteKnowledgeChange(db)
    return { ok: true, id, passages: texts.length }
  })
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
  const columns = { ...documents, searched: [documents.name] }
  const rows = db
    .select({
      ...shown,
      // Written out: drizzle leaves the table names away where a select has one table.
      passageCount: sql<number>`(select count(*) from passages
        where passages.source_kind = 'document' and passages.source_id = documents.id)`,
    })
    .from(documents)
    .where(pageCondition(options, columns))
    .orderBy(desc(documents.updatedAt), desc(documents.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}
