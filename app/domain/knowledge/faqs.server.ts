import { and, desc, eq, sql } from 'drizzle-orm'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listPhrasings, listTranslations, writeForms } from './faq-forms.server.ts'
import type { FaqTranslation } from './faq-forms.server.ts'
import { noteKnowledgeChange } from './follow-up.server.ts'
import { toLimit } from './listing.ts'
import type { ListOptions, Page } from './listing.ts'
import { pageCondition, toPage } from './paging.server.ts'
import { deletePassages, replacePassages } from './passages.server.ts'
import { faqRow, parseRows, toInvalidRow } from './rows.server.ts'
import type { FaqRow, InvalidRow } from './rows.server.ts'
import { faqs } from './schema.server.ts'
import { usage } from './source-usage.server.ts'
import type { SourceUsage } from './source-usage.server.ts'

export type Faq = typeof faqs.$inferSelect
export type WholeFaq = Faq & { phrasings: string[]; translations: FaqTranslation[] }
export type FaqFilter = ListOptions & { category?: string; isActive?: boolean }

const UPSERT = Symbol('knowledge.faqs.upsert')
const GET = Symbol('knowledge.faqs.get')
const CATEGORIES_SHOWN = 100

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
  const { question, answer, category, language, isActive } = parsed.data
  return inTransaction(db, () => {
    if (!findFaq(db, id)) return { ok: false, reason: 'not_found' }
    const holder = db.select({ id: faqs.id }).from(faqs).where(eq(faqs.question, question)).get()
    if (holder && holder.id !== id) return { ok: false, reason: 'question_taken' }
    db.update(faqs)
      .set({
        ...{ question, answer, category, language, updatedAt: Date.now() },
        isActive: isActive === undefined ? undefined : Number(isActive),
      })
      .where(eq(faqs.id, id))
      .run()
    writeForms(db, id, parsed.data)
    teach(db, id)
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
  return prepared(db, GET, selectFaq).get({ id })
}

/** With its other ways to ask and its other languages. */
export function findWholeFaq(db: TenantDb, id: number): WholeFaq | undefined {
  const faq = findFaq(db, id)
  return faq && { ...faq, phrasings: listPhrasings(db, id), translations: listTranslations(db, id) }
}

/** Latest change first, each with what it was used for. */
export function listFaqs(db: TenantDb, options: FaqFilter = {}): Page<Faq & SourceUsage> {
  const { category, isActive } = options
  const columns = { ...faqs, searched: [faqs.question, faqs.answer, faqs.category, PHRASINGS] }
  const rows = db
    .select({
      ...{ id: faqs.id, question: faqs.question, answer: faqs.answer, isActive: faqs.isActive },
      ...{ category: faqs.category, language: faqs.language },
      ...{ createdAt: faqs.createdAt, updatedAt: faqs.updatedAt },
      ...usage('faq', 'faqs.id'),
    })
    .from(faqs)
    .where(
      and(
        pageCondition(options, columns),
        category === undefined ? undefined : eq(faqs.category, category),
        isActive === undefined ? undefined : eq(faqs.isActive, isActive ? 1 : 0),
      ),
    )
    .orderBy(desc(faqs.updatedAt), desc(faqs.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}

/** Written out with its table: a select of one table leaves the names away. */
const PHRASINGS = sql<string>`(select group_concat(text, ' ') from faq_phrasings
  where faq_phrasings.faq_id = faqs.id)`

/** The categories in use, by name. */
export function listCategories(db: TenantDb): string[] {
  return db
    .selectDistinct({ category: faqs.category })
    .from(faqs)
    .where(sql`category <> ''`)
    .orderBy(faqs.category)
    .limit(CATEGORIES_SHOWN)
    .all()
    .map(({ category }) => category)
}

/**
 * Makes passages of a pair as it is written now: the question, each other way to ask it and each
 * other language are found by themselves. One that is not in use has none.
 */
export function teach(db: TenantDb, id: number): void {
  const faq = findWholeFaq(db, id)
  if (!faq?.isActive) return deletePassages(db, { kind: 'faq', id })
  const { question, answer: text, language, phrasings, translations } = faq
  replacePassages(db, { kind: 'faq', id }, [
    ...[question, ...phrasings].map((title) => ({ title, text, language })),
    ...translations.map((other) => ({
      ...{ title: other.question, text: other.answer, language: other.language },
    })),
  ])
}

function upsertFaq(db: TenantDb, row: FaqRow): void {
  const { question, answer, category = null, language = null } = row
  const isActive = Number(row.isActive ?? true)
  const values = { question, answer, category, language, isActive, now: Date.now() }
  const saved = prepared(db, UPSERT, upsertStatement).get(values)
  writeForms(db, saved.id, row)
  teach(db, saved.id)
}

function upsertStatement(db: TenantDb) {
  const now = sql.placeholder('now')
  const [category, language] = [sql.placeholder('category'), sql.placeholder('language')]
  return db
    .insert(faqs)
    .values({
      ...{ question: sql.placeholder('question'), answer: sql.placeholder('answer') },
      ...{ category: sql`coalesce(${category}, '')`, language },
      ...{ isActive: sql.placeholder('isActive'), createdAt: now, updatedAt: now },
    })
    .onConflictDoUpdate({
      target: faqs.question,
      set: {
        ...{ answer: sql`excluded.answer`, updatedAt: sql`excluded.updated_at` },
        isActive: sql`excluded.is_active`,
        category: sql`coalesce(${category}, category)`,
        language: sql`coalesce(${language}, language)`,
      },
    })
    .returning({ id: faqs.id })
    .prepare()
}

function selectFaq(db: TenantDb) {
  return db
    .select()
    .from(faqs)
    .where(eq(faqs.id, sql.placeholder('id')))
    .prepare()
}
