import { putFile } from '#app/domain/files/store.server.ts'
import type { FitsStorage } from '#app/domain/files/store.server.ts'
import { giveFile } from '#app/domain/knowledge/document-files.server.ts'
import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'
import { documentForm } from './knowledge-forms.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'
import { bytesOf, listUploads } from './uploaded-file.server.ts'

const FILES_MAX = 10
const FILE_LIMIT_SHOWN = '20 MB'
const TEXT_CHARACTERS_MAX = 2_000_000

export type PostedDocument = { files: File[] } | { files: []; name: string; text: string }

/** A document as posted: files win over written text. */
export async function readDocumentForm(request: Request): Promise<ReadForm<PostedDocument>> {
  const form = await readFormData(request)
  const read = parseForm(form, documentForm)
  if (!read.ok) return read
  const files = listUploads(form, 'file')
  const refuse = (errors: Record<string, FieldError>) => refuseForm(textFields(form), errors)
  if (files.length > FILES_MAX) return refuse({ file: 'too_many_files' })
  if (files.length > 0) return { ok: true, values: { files } }
  const { name, text } = read.values
  if (text.trim() === '') return refuse({ file: 'file_or_text' })
  if (name === '' && form.has('name')) return refuse({ name: 'required' })
  return { ok: true, values: { files: [], name, text } }
}

/**
 * Keeps the files and has them read. One that cannot be kept stops the rest.
 *
 * @param documentId the document whose next version the first file is
 */
export async function takeFiles(
  db: TenantDb,
  files: File[],
  to: { memberId: number; fits: FitsStorage; documentId?: number },
): Promise<{ ok: true; taken: number } | { ok: false; error: FieldError }> {
  const { memberId, fits, documentId } = to
  for (const file of files) {
    const name = file.name.split(/[\\/]/).pop() || 'file'
    const kept = await putFile(db, {
      ...{ name, bytes: await bytesOf(file), purpose: 'document', memberId, fits },
    })
    if (!kept.ok)
      return { ok: false, error: { code: kept.reason, values: { max: FILE_LIMIT_SHOWN } } }
    giveFile(db, { fileId: kept.fileId, name, memberId }, documentId)
  }
  return { ok: true, taken: files.length }
}

/** The domain counts what is left after cleaning; the form can only say so. */
export function toDocumentErrors({ issues }: InvalidRow): Record<string, FieldError> {
  const isName = issues[0]?.path === 'name'
  if (isName) return { name: 'invalid' }
  return { text: { code: 'too_long', values: { max: TEXT_CHARACTERS_MAX } } }
}
