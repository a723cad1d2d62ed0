import { asc } from 'drizzle-orm'
import { toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listPhrasings, listTranslations } from './faq-forms.server.ts'
import { faqLanguages } from './faq-languages.ts'
import { faqs } from './schema.server.ts'

/** Other ways to ask stand in one cell, one per line. */
const LINE = /\s*[\n|]\s*/
/** What an export puts before a text that a spreadsheet would take for a formula. */
const ESCAPE = /^'(?=[=+\-@\t\r])/

const fields = ['question', 'answer', 'category', 'language', 'phrasings'] as const

/** All questions as lines of a CSV that can be read in again, its first line naming the columns. */
export function* exportFaqs(db: TenantDb): Generator<string> {
  const used = db.select().from(faqs).orderBy(asc(faqs.id)).all()
  const forms = faqLanguages.flatMap((code) => [`question_${code}`, `answer_${code}`])
  yield toCsvLine([...fields, ...forms])
  for (const { id, question, answer, category, language } of used) {
    const others = new Map(listTranslations(db, id).map((other) => [other.language, other]))
    const cells = faqLanguages.flatMap((code) => {
      const other = others.get(code)
      return [other?.question ?? '', other?.answer ?? '']
    })
    const phrasings = listPhrasings(db, id).join('\n')
    yield toCsvLine([question, answer, category, language ?? '', phrasings, ...cells])
  }
}

/**
 * A table's rows as rows of a FAQ file, unchecked. An empty cell says nothing, so that what is
 * known already stays.
 */
export function toFaqRows(table: { header: string[]; rows: string[][] }): unknown[] {
  const names = table.header.map((name) => name.trim().toLowerCase())
  return table.rows.map((cells) => {
    const cell = (name: string) => (cells[names.indexOf(name)] ?? '').replace(ESCAPE, '').trim()
    const translations = faqLanguages.flatMap((language) => {
      const [question, answer] = [cell(`question_${language}`), cell(`answer_${language}`)]
      return question || answer ? [{ language, question, answer }] : []
    })
    const phrasings = cell('phrasings').split(LINE).filter(Boolean)
    return {
      ...{ question: cell('question'), answer: cell('answer') },
      ...(cell('category') && { category: cell('category') }),
      ...(cell('language') && { language: cell('language').toLowerCase() }),
      ...(phrasings.length > 0 && { phrasings }),
      ...(translations.length > 0 && { translations }),
    }
  })
}
