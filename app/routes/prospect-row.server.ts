import { translator } from '#app/i18n/catalogue.server.ts'
import { languages } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { industrySlugs, isIndustry } from '#app/industries/industry.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { toImportColumn } from '#app/platform/sales/import-columns.ts'
import type { ReadRow } from '#app/platform/sales/import.server.ts'
import { prospectForm } from './prospect-form.server.ts'

/**
 * Reads rows of a file as the form reads what is typed. An industry may be written as its name
 * in either language.
 *
 * @param otherwise the industry of rows that name none
 */
export function rowReader(language: Language, otherwise: FormDataEntryValue | null): ReadRow {
  const fallback = typeof otherwise === 'string' && isIndustry(otherwise) ? otherwise : 'custom'
  const names = industryNames(language)
  return (cells) => {
    const written = (cells.industry ?? '').trim().toLowerCase()
    const industry = written === '' ? fallback : (names.get(written) ?? written)
    const read = prospectForm.safeParse({ ...cells, industry })
    if (read.success) return { ok: true, facts: read.data }
    const [issue] = read.error.issues
    const column = toImportColumn(issue?.path[0])
    return { ok: false, column, code: issue?.message ?? 'invalid' }
  }
}

function industryNames(first: Language): Map<string, IndustrySlug> {
  const names = new Map<string, IndustrySlug>()
  for (const language of [first, ...languages])
    for (const slug of industrySlugs) {
      names.set(slug, slug)
      names.set(translator(language)(`auth.industry_${slug}`).toLowerCase(), slug)
    }
  return names
}
