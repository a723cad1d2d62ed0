import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'
import { documentForm } from './knowledge-forms.server.ts'
import { readUploadedText } from './knowledge-file.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

const FILE_LIMIT = { bytes: 2 * 1024 * 1024, shown: '2 MB' }
const TEXT_CHARACTERS_MAX = 2_000_000

/** A document as posted: a file wins over written text, and names what has no name. */
export async function readDocumentForm(
  request: Request,
): Promise<ReadForm<{ name: string; text: string }>> {
  const form = await readFormData(request)
  const read = parseForm(form, documentForm)
  if (!read.ok) return read
  const upload = await readUploadedText(form, 'file', FILE_LIMIT)
  if (upload && !upload.ok) return refuseForm(textFields(form), { file: upload.error })
  const text = upload?.text ?? read.values.text
  const name = read.values.name || upload?.name || ''
  if (text.trim() === '') return refuseForm(textFields(form), { file: 'file_or_text' })
  if (name === '' && !upload && form.has('name'))
    return refuseForm(textFields(form), { name: 'required' })
  return { ok: true, values: { name, text } }
}

/** The domain counts what is left after cleaning; the form can only say so. */
export function toDocumentErrors({ issues }: InvalidRow): Record<string, FieldError> {
  const isName = issues[0]?.path === 'name'
  if (isName) return { name: 'invalid' }
  return { text: { code: 'too_long', values: { max: TEXT_CHARACTERS_MAX } } }
}
