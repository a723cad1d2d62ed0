import type { FieldError } from '#app/ui/form-state.tsx'
import { bytesOf, findUpload } from './uploaded-file.server.ts'

export type UploadedText =
  { ok: true; name: string; text: string } | { ok: false; error: FieldError }

/** The text of an uploaded file; undefined when none was chosen. A byte that is no UTF-8 refuses it. */
export async function readUploadedText(
  form: FormData,
  field: string,
  limit: { bytes: number; shown: string },
): Promise<UploadedText | undefined> {
  const file = findUpload(form, field)
  if (!file) return undefined
  if (file.size > limit.bytes)
    return { ok: false, error: { code: 'file_too_large', values: { max: limit.shown } } }
  const text = decode(await bytesOf(file))
  if (text === undefined) return { ok: false, error: 'not_utf8' }
  return { ok: true, name: file.name.split(/[\\/]/).pop() ?? '', text }
}

function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
