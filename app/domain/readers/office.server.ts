import mammoth from 'mammoth'
import readWorkbook from 'read-excel-file/node'
import { refuseDeclarations } from './archive.server.ts'
import { toMarkedText } from './html-text.server.ts'
import { toTableText } from './table-text.ts'

/** The words of a Word document: headings, lists and tables kept, pictures left out. */
export async function readDocx(bytes: Buffer): Promise<string> {
  refuseDeclarations(bytes)
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage: noPicture })
  return toMarkedText(value)
}

/** The rows of a workbook, each sheet below a heading with its name. */
export async function readXlsx(bytes: Buffer): Promise<string> {
  refuseDeclarations(bytes)
  const sheets = await readWorkbook(bytes)
  return sheets
    .map(({ sheet, data }) => ({ sheet, text: toTableText(data.map((row) => row.map(toCell))) }))
    .filter(({ text }) => text !== '')
    .map(({ sheet, text }) => `# ${sheet}\n\n${text}`)
    .join('\n\n')
}

function toCell(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const isPlain = typeof value === 'string' || typeof value === 'number'
  return isPlain ? String(value).replace(/\s+/g, ' ').trim() : ''
}
