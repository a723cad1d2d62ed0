import { z } from 'zod'
import { faqLanguages } from '#app/domain/knowledge/faq-languages.ts'
import { PHRASINGS_MAX } from '#app/domain/knowledge/rows.server.ts'
import { checkbox, optionalText, orNull, requiredText } from './form-fields.ts'

const QUESTION_MAX = 500
const ANSWER_MAX = 10_000
const CATEGORY_MAX = 60
const PHRASINGS_CHARACTERS_MAX = PHRASINGS_MAX * QUESTION_MAX

const phrasings = optionalText(PHRASINGS_CHARACTERS_MAX)
  .transform((text) => text.split(/\r?\n/).flatMap((line) => line.trim() || []))
  .refine(
    (lines) => lines.length <= PHRASINGS_MAX && lines.every((line) => line.length <= QUESTION_MAX),
    'phrasings_limit',
  )

const others = Object.fromEntries(
  faqLanguages.flatMap((code) => [
    [`question_${code}`, optionalText(QUESTION_MAX)],
    [`answer_${code}`, optionalText(ANSWER_MAX)],
  ]),
)

/** A question as posted, with its other ways to ask and its other languages. */
export const faqForm = z
  .object({
    ...others,
    question: requiredText(QUESTION_MAX),
    answer: requiredText(ANSWER_MAX),
    category: optionalText(CATEGORY_MAX),
    language: orNull(z.enum(faqLanguages, 'invalid_choice')).default(null),
    phrasings,
    isActive: checkbox,
  })
  .transform((typed, context) => {
    const { question, answer, category, language, isActive } = typed
    const translations = faqLanguages.flatMap((code) => {
      const other = readOther(typed, code)
      const missing = (['question', 'answer'] as const).find((name) => other[name] === '')
      if (!missing) return [{ language: code, ...other }]
      if (other.question !== '' || other.answer !== '')
        context.addIssue({ code: 'custom', message: 'required', path: [`${missing}_${code}`] })
      return []
    })
    return {
      ...{ question, answer, category, language, isActive, translations },
      phrasings: typed.phrasings,
    }
  })

function readOther(typed: Record<string, unknown>, code: string) {
  const text = (name: string) => {
    const value = typed[`${name}_${code}`]
    return typeof value === 'string' ? value : ''
  }
  return { question: text('question'), answer: text('answer') }
}

const SELECTED_MAX = 100

/** What is done to several questions at once. */
export const faqBulkForm = z.object({
  change: z.enum(['use', 'rest', 'category', 'delete'], 'invalid_choice'),
  category: optionalText(CATEGORY_MAX),
})

/** The ticked rows of a posted list. */
export function readTicked(form: FormData): number[] {
  const ids = form.getAll('id').map(Number)
  return ids.filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, SELECTED_MAX)
}
