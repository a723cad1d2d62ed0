import { readTable } from '#app/domain/contact-imports/read-table.server.ts'
import { toFaqRows } from '#app/domain/knowledge/faq-csv.server.ts'
import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'
import { readUploadedText } from './knowledge-file.server.ts'
import { importForm } from './knowledge-forms.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'
import { bytesOf, findUpload } from './uploaded-file.server.ts'

const FILE_LIMIT = { bytes: 5 * 1024 * 1024, shown: '5 MB' }
const TABLE_NAME = /\.(csv|xlsx)$/i

/**
 * The rows of an uploaded list, unchecked: the domain knows what a row must be. Questions may also
 * come as a CSV or a workbook.
 */
export async function readImportForm(
  request: Request,
): Promise<ReadForm<{ kind: 'faq' | 'product'; rows: unknown }>> {
  const form = await readFormData(request)
  const read = parseForm(form, importForm)
  if (!read.ok) return read
  const refuse = (error: FieldError) => refuseForm(textFields(form), { file: error })
  const { kind } = read.values
  const file = findUpload(form, 'file')
  if (kind === 'faq' && file && TABLE_NAME.test(file.name)) {
    const table = await readTable(await bytesOf(file))
    return table.ok ? { ok: true, values: { kind, rows: toFaqRows(table) } } : refuse(table.reason)
  }
  const upload = await readUploadedText(form, 'file', FILE_LIMIT)
  if (!upload) return refuse('file_required')
  if (!upload.ok) return refuse(upload.error)
  const rows = parseJson(upload.text)
  if (rows === undefined) return refuse('not_json')
  return { ok: true, values: { kind, rows } }
}

/** Names the first row that does not fit and the field in it. */
export function toImportError({ row, issues }: InvalidRow): FieldError {
  if (row === 0) return 'import_not_list'
  const [issue] = issues
  const field = issue?.path ? `${issue.path}: ${issue.message}` : (issue?.message ?? '')
  return { code: 'import_row', values: { row, field } }
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is what Windows editors put before a perfectly good list.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
