import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'

export type ImportTable = { header: string[]; rows: string[][] }
export type ReadTableResult =
  | ({ ok: true } & ImportTable)
  | { ok: false; reason: 'file_unreadable' | 'file_too_large' | 'import_empty' | 'import_too_many' }

export const IMPORT_ROWS_MAX = 50_000
export const IMPORT_BYTES_MAX = 10 * 1024 * 1024
/** What a workbook may unpack to: a small file can hold gigabytes of zeros. */
const UNPACKED_BYTES_MAX = 120 * 1024 * 1024
const COLUMNS_MAX = 60
const CELL_CHARACTERS_MAX = 5_000

/**
 * Reads a CSV or a workbook's first sheet: the first row names the columns, empty rows are left
 * out. CSV may be UTF-8 (with or without its mark), UTF-16 or Windows-1252, parted by comma,
 * semicolon or tab.
 */
export async function readTable(bytes: Buffer): Promise<ReadTableResult> {
  if (bytes.length > IMPORT_BYTES_MAX) return { ok: false, reason: 'file_too_large' }
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))
  const cells = isZip ? await readWorkbook(bytes) : readCsv(bytes)
  if (!Array.isArray(cells)) return { ok: false, reason: cells }
  const [first, ...rest] = cells.filter((row) => row.some((cell) => cell !== ''))
  if (!first || rest.length === 0) return { ok: false, reason: 'import_empty' }
  if (rest.length > IMPORT_ROWS_MAX) return { ok: false, reason: 'import_too_many' }
  const width = Math.min(COLUMNS_MAX, first.length)
  const fit = (row: string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '')
  return { ok: true, header: fit(first), rows: rest.map(fit) }
}

async function readWorkbook(
  bytes: Buffer,
): Promise<string[][] | 'file_unreadable' | 'file_too_large'> {
  try {
    if (unpackedSize(bytes) > UNPACKED_BYTES_MAX) return 'file_too_large'
    const rows = await readSheet(bytes)
    return rows.map((row) => row.map(toText))
  } catch {
    return 'file_unreadable'
  }
}

/** What the archive says it holds; nothing is unpacked for it. */
function unpackedSize(bytes: Buffer): number {
  let size = 0
  unzipSync(bytes, {
    filter: (file) => {
      size += file.originalSize
      return false
    },
  })
  return size
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  // The reader yields nothing else than these; anything richer is no text of a cell.
  return typeof cell === 'string' || typeof cell === 'number' ? clean(String(cell)) : ''
}

function readCsv(bytes: Buffer): string[][] | 'file_unreadable' {
  if (isBinary(bytes)) return 'file_unreadable'
  const { data } = Papa.parse<string[]>(decode(bytes), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  })
  return data.map((row) => row.map(clean))
}

/** Strict UTF-8 first: a file that is not is what Excel on Windows saves as "CSV". */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function isBinary(bytes: Buffer): boolean {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return !isUtf16 && bytes.subarray(0, 4_096).includes(0)
}

/** The apostrophe our own exports put before what looks like a formula goes again. */
function clean(text: string): string {
  return text
    .replace(/^'(?=[=+\-@])/, '')
    .trim()
    .slice(0, CELL_CHARACTERS_MAX)
}
