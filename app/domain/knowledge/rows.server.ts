import { z } from 'zod'
import { faqLanguages } from './faq-languages.ts'

const QUESTION_CHARACTERS_MAX = 500
const ANSWER_CHARACTERS_MAX = 10_000
const CATEGORY_CHARACTERS_MAX = 60
export const PHRASINGS_MAX = 20

/** Text without what SQLite and vendors stumble over: NUL bytes and lone surrogates. */
export function cleanText(max: number, min = 1) {
  return z
    .string()
    .transform((value) => Buffer.from(value).toString().replaceAll('\0', '').trim())
    .pipe(z.string().min(min).max(max))
}

const question = cleanText(QUESTION_CHARACTERS_MAX)
const answer = cleanText(ANSWER_CHARACTERS_MAX)
const language = z.enum(faqLanguages)

/** One row of a FAQ file. What is left out stays as it is where the question is known. */
export const faqRow = z.strictObject({
  ...{ question, answer },
  isActive: z.boolean().optional(),
  category: cleanText(CATEGORY_CHARACTERS_MAX, 0).optional(),
  language: language.nullable().optional(),
  /** other ways to ask it */
  phrasings: z.array(question).max(PHRASINGS_MAX).optional(),
  translations: z
    .array(z.strictObject({ language, question, answer }))
    .max(faqLanguages.length)
    .refine(hasEachOnce, 'each language once')
    .optional(),
})

export type FaqRow = z.infer<typeof faqRow>

function hasEachOnce(rows: { language: string }[]): boolean {
  return new Set(rows.map((row) => row.language)).size === rows.length
}

export type RowIssue = { path: string; message: string }

/** `row` counts from 1; 0 means that the whole is no list. */
export type InvalidRow = { ok: false; reason: 'invalid_row'; row: number; issues: RowIssue[] }

/** Checks a list of rows; the first wrong one refuses them all. */
export function parseRows<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { ok: true; rows: T[] } | InvalidRow {
  if (!Array.isArray(input)) {
    const issues = [{ path: '', message: 'must be a list' }]
    return { ok: false, reason: 'invalid_row', row: 0, issues }
  }
  const rows: T[] = []
  for (const [index, item] of input.entries()) {
    const parsed = schema.safeParse(item)
    if (!parsed.success) return toInvalidRow(index + 1, parsed.error)
    rows.push(parsed.data)
  }
  return { ok: true, rows }
}

export function toInvalidRow(row: number, error: z.ZodError): InvalidRow {
  const issues = error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }))
  return { ok: false, reason: 'invalid_row', row, issues }
}
