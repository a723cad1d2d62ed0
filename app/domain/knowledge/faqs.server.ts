import { desc, eq, sql } from 'drizzle-orm'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { noteKnowledgeChange } from './follow-up.server.ts'
import { toLimit } from './listing.ts'
import type { ListOptions, Page } from './listing.ts'
import { pageCondition, toPage } from './paging.server.ts'
import { deletePassages, replacePassages } from './passages.server.ts'
import { faqRow, parseRows, toInvalidRow } from './rows.server.ts'
import type { FaqRow, InvalidRow } from './rows.server.ts'
import { faqs } from './schema.server.ts'

export type Faq = typeof faqs.$inferSelect

const UPSERT = Symbol('knowledge.faqs.upsert')

/**
 * Adds question-and-answer pairs, or changes the answer where the question is known (letter
 * case apart). All of them or, when one row is wrong, none.
 */
export function upsertFaqs(db: TenantDb, input: unknown): { ok: true; added: number } | InvalidRow {
  const parsed = parseRows(faqRow, input)
  if (!parsed.ok) return parsed
  inTransaction(db, () => {
    for (const row of parsed.rows) upsertFaq(db, row)
    noteKnowledgeChange(db)
  })
  return { ok: true, added: parsed.rows.length }
}

/** Changes a pair, its question included. */
export function updateFaq(
  db: TenantDb,
  id: number,
  input: unknown,
): { ok: true } | InvalidRow | { ok: false; reason: 'not_found' | 'question_taken' } {
  const parsed = faqRow.safeParse(input)
  if (!parsed.success) return toInvalidRow(1, parsed.error)
  const { question } = parsed.data
  return inTransaction(db, () => {
    if (!findFaq(db, id)) return { ok: false, reason: 'not_found' }
    const holder = db.select({ id: faqs.id }).from(faqs).where(eq(faqs.question, question)).get()
    if (holder && holder.id !== id) return { ok: false, reason: 'question_taken' }
    db.update(faqs)
      .set({ ...parsed.data, updatedAt: Date.now() })
      .where(eq(faqs.id, id))
      .run()
    teach(db, id, parsed.data)
    noteKnowledgeChange(db)
    return { ok: true }
  })
}

/** @returns false when there was none */
export function deleteFaq(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    deletePassages(db, { kind: 'faq', id })
    const isGone = db.delete(faqs).where(eq(faqs.id, id)).run().changes > 0
    if (isGone) noteKnowledgeChange(db)
    return isGone
  })
}

export function findFaq(db: TenantDb, id: number): Faq | undefined {
  return db.select().from(faqs).where(eq(faqs.id, id)).get()
}

/** Latest change first. */
export function listFaqs(db: TenantDb, options: ListOptions = {}): Page<Faq> {
  const columns = { ...faqs, searched: [faqs.question, faqs.answer] }
  const rows = db
    .select()
    .from(faqs)
    .where(pageCondition(options, columns))
    .orderBy(desc(faqs.updatedAt), desc(faqs.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}

function upsertFaq(db: TenantDb, row: FaqRow): void {
  const now = Date.now()
  const saved = prepared(db, UPSERT, upsertStatement).get({ ...row, now })
  teach(db, saved.id, row)
}

function upsertStatement(db: TenantDb) {
  const now = sql.placeholder('now')
  return db
    .insert(faqs)
    .values({
      ...{ question: sql.placeholder('question'), answer: sql.placeholder('answer') },
      ...{ createdAt: now, updatedAt: now },
    })
    .onConflictDoUpdate({
      target: faqs.question,
      set: { answer: sql`excluded.answer`, updatedAt: sql`excluded.updated_at`, isActive: 1 },
    })
    .returning({ id: faqs.id })
    .prepare()
}

function teach(db: TenantDb, id: number, row: FaqRow): void {
  replacePassages(db, { kind: 'faq', id }, [{ title: row.question, text: row.answer }])
}
