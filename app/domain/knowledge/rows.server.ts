import { z } from 'zod'

const QUESTION_CHARACTERS_MAX = 500
const ANSWER_CHARACTERS_MAX = 10_000

/** Text without what SQLite and vendors stumble over: NUL bytes and lone surrogates. */
export function cleanText(max: number, min = 1) {
  return z
    .string()
    .transform((value) => Buffer.from(value).toString().replaceAll('\0', '').trim())
    .pipe(z.string().min(min).max(max))
}

/** One row of a FAQ file. */
export const faqRow = z.strictObject({
  question: cleanText(QUESTION_CHARACTERS_MAX),
  answer: cleanText(ANSWER_CHARACTERS_MAX),
})

export type FaqRow = z.infer<typeof faqRow>

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
