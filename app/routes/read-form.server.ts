import type { z } from 'zod'
import type { FieldError, FormResult } from '#app/ui/form-state.tsx'

/** Fields whose value is never sent back to the page. */
const SECRET_FIELDS = /password|token|secret/i

export type ReadForm<T> = { ok: true; values: T } | { ok: false; result: FormResult }

/**
 * Reads a posted form against a schema. What does not fit comes back with one error code per
 * field (the schema's message is the code) and with what was typed, so that nothing is lost.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<ReadForm<z.infer<S>>> {
  const typed = textFields(await request.formData())
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, values: parsed.data }
  const errors: Record<string, FieldError> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message
  return refuseForm(typed, errors)
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

function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
