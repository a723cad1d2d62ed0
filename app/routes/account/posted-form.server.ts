import type { z } from 'zod'
import type { FieldError, FormResult } from '#app/ui/form-state.tsx'

/** The forms around signing in are a few lines; a megabyte of password is an attack. */
const FORM_BYTES_MAX = 64 * 1024
/** Never sent back to the page. */
const SECRET_FIELDS = /password|code/i

/**
 * The same request with its body read, at most 64 KiB, so that nothing downstream reads more.
 *
 * @throws Response 413 when it is larger
 */
export async function capBody(request: Request): Promise<Request> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  // What is too much is read and dropped: a body left lying would block its connection.
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size <= FORM_BYTES_MAX) chunks.push(part.value)
  }
  if (size > FORM_BYTES_MAX) throw new Response(null, { status: 413 })
  const { method, headers, url } = request
  return new Request(url, { method, headers, body: Buffer.concat(chunks) })
}

/** The text fields of a posted form. @throws Response 413 too large, 400 not a form */
export async function readFields(request: Request): Promise<Record<string, string>> {
  return toFields(await readForm(request))
}

/** The same where a name may stand several times, as with checkboxes. */
export async function readForm(request: Request): Promise<FormData> {
  const small = await capBody(request)
  try {
    return await small.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

/** Files and repeated names are left out: no field here has either. */
export function toFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value
  return fields
}

export type Parsed<T> = { ok: true; values: T } | { ok: false; result: FormResult }

/** Checks fields; the schema's messages are error codes of the catalogue. */
export function parseFields<S extends z.ZodType>(
  schema: S,
  fields: Record<string, string>,
): Parsed<z.infer<S>> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { ok: true, values: parsed.data }
  const errors: Record<string, FieldError> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message
  return { ok: false, result: refusal(errors, fields) }
}

/** What a refused form hands back to its page: what was typed, without secrets. */
export function refusal(
  errors: Record<string, FieldError>,
  fields: Record<string, string> = {},
): FormResult {
  const kept = Object.entries(fields).filter(([name]) => !SECRET_FIELDS.test(name))
  return { errors, values: Object.fromEntries(kept) }
}
