import { listArchive } from './archive.server.ts'
import { toMarkedText } from './html-text.server.ts'
import { readDocx, readXlsx } from './office.server.ts'
import { readPdf } from './pdf.server.ts'
import { decodeText, isCsv, isHtml, readCsv } from './plain.server.ts'
import { ReadError, tidyText } from './reading.ts'
import type { FileRead } from './reading.ts'

const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** How an office program's encrypted file names its one stream. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')
const PDF_MARK_WITHIN_BYTES = 1_024

/** Reads a file by what its bytes are; its name says nothing. */
export async function readFileText(given: Uint8Array): Promise<FileRead> {
  try {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    const { text: raw, ...facts } = await readByKind(bytes)
    const text = tidyText(raw)
    return text === '' ? { ok: false, reason: 'empty' } : { ok: true, pages: null, ...facts, text }
  } catch (error) {
    return { ok: false, reason: error instanceof ReadError ? error.reason : 'broken' }
  }
}

type Read = { kind: Extract<FileRead, { ok: true }>['kind']; text: string; pages?: number }

async function readByKind(bytes: Buffer): Promise<Read> {
  if (bytes.subarray(0, PDF_MARK_WITHIN_BYTES).includes('%PDF-'))
    return { kind: 'pdf', ...(await readPdf(bytes)) }
  if (bytes.subarray(0, 4).equals(OLD_OFFICE))
    throw new ReadError(bytes.includes(ENCRYPTED_STREAM) ? 'encrypted' : 'unsupported')
  if (bytes.subarray(0, 2).toString() === 'PK') return readArchive(bytes)
  const text = decodeText(bytes)
  if (isHtml(text)) return { kind: 'html', text: toMarkedText(text) }
  return isCsv(text) ? { kind: 'csv', text: readCsv(text) } : { kind: 'text', text }
}

async function readArchive(bytes: Buffer): Promise<Read> {
  const names = listArchive(bytes)
  if (names.has('word/document.xml')) return { kind: 'docx', text: await readDocx(bytes) }
  if (names.has('xl/workbook.xml')) return { kind: 'xlsx', text: await readXlsx(bytes) }
  throw new ReadError('unsupported')
}
