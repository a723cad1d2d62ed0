import type { z } from 'zod'
import { withoutControls } from '#app/domain/conversations/controls.ts'
import type { FieldError, FormResult } from '#app/ui/form-state.tsx'

/** What our own schemas say; anything else is a sentence of the parser's, for nobody. */
const ERROR_CODE = /^[a-z0-9_]+$/
/** Fields whose value is never sent back to the page. */
const SECRET_FIELDS = /password|token|secret/i

export type ReadForm<T> = { ok: true; values: T } | { ok: false; result: FormResult }

/**
 * Reads a posted form against a schema. What does not fit comes back with one error code per
 * field (the schema's message is the code) and with what was typed, so that nothing is lost.
 *
 * @throws Response 400 when the body is no form
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<ReadForm<z.infer<S>>> {
  return parseForm(await readFormData(request), schema)
}

/** The same for a form that is read already, because it carries files too. */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): ReadForm<z.infer<S>> {
  const typed = textFields(form)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, values: parsed.data }
  const errors: Record<string, FieldError> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= toFieldError(issue)
  return refuseForm(typed, errors)
}

/** Texts come without controls. @throws Response 400 when the body is no form */
export async function readFormData(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const clean = new FormData()
  for (const [name, value] of form)
    clean.append(name, typeof value === 'string' ? withoutControls(value) : value)
  return clean
}

/** The same answer for what only the domain could refuse. */
export function refuseForm(
  typed: Record<string, unknown>,
  errors: Record<string, FieldError>,
): { ok: false; result: FormResult } {
  const kept = Object.entries(typed).filter(([name]) => !SECRET_FIELDS.test(name))
  const values = Object.fromEntries(
    kept.map(([name, value]) => [name, value === undefined ? undefined : String(value as string)]),
  )
  return { ok: false, result: { errors, values } }
}

export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** A field's sentence may name the limit that was passed. */
function toFieldError(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === 'too_big')
    return { code: issue.message, values: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small' && issue.message !== 'required')
    return { code: issue.message, values: { min: Number(issue.minimum) } }
  if (ERROR_CODE.test(issue.message)) return issue.message
  return issue.code === 'invalid_type' ? 'required' : 'invalid'
}
