import { asc, eq, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FaqRow } from './rows.server.ts'
import { faqPhrasings, faqTranslations } from './schema.server.ts'

export type FaqTranslation = { language: string; question: string; answer: string }

const PHRASINGS = Symbol('knowledge.faqs.phrasings')
const TRANSLATIONS = Symbol('knowledge.faqs.translations')

/** Other ways to ask a question, in the order in which they were written. */
export function listPhrasings(db: TenantDb, faqId: number): string[] {
  return prepared(db, PHRASINGS, selectPhrasings)
    .all({ faqId })
    .map(({ text }) => text)
}

export function listTranslations(db: TenantDb, faqId: number): FaqTranslation[] {
  return prepared(db, TRANSLATIONS, selectTranslations).all({ faqId })
}

/** Makes a pair's other forms what the row says; those that it does not speak of stay. */
export function writeForms(
  db: TenantDb,
  faqId: number,
  row: Pick<FaqRow, 'question' | 'phrasings' | 'translations'>,
): void {
  if (row.phrasings) writePhrasings(db, faqId, { ...row, phrasings: row.phrasings })
  if (!row.translations) return
  db.delete(faqTranslations).where(eq(faqTranslations.faqId, faqId)).run()
  for (const { language, question, answer } of row.translations)
    db.insert(faqTranslations).values({ faqId, language, question, answer }).run()
}

/** What is asked in the same words twice is one phrasing. */
function writePhrasings(
  db: TenantDb,
  faqId: number,
  { question, phrasings }: { question: string; phrasings: string[] },
): void {
  const byWords = new Map(phrasings.map((text) => [text.toLowerCase(), text]))
  byWords.delete(question.toLowerCase())
  db.delete(faqPhrasings).where(eq(faqPhrasings.faqId, faqId)).run()
  for (const [ordinal, text] of [...byWords.values()].entries())
    db.insert(faqPhrasings).values({ faqId, ordinal, text }).run()
}

function selectPhrasings(db: TenantDb) {
  return db
    .select({ text: faqPhrasings.text })
    .from(faqPhrasings)
    .where(eq(faqPhrasings.faqId, sql.placeholder('faqId')))
    .orderBy(asc(faqPhrasings.ordinal))
    .prepare()
}

function selectTranslations(db: TenantDb) {
  const { language, question, answer } = faqTranslations
  return db
    .select({ language, question, answer })
    .from(faqTranslations)
    .where(eq(faqTranslations.faqId, sql.placeholder('faqId')))
    .orderBy(asc(language))
    .prepare()
}
