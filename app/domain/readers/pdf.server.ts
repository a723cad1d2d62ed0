import { getDocumentProxy } from 'unpdf'
import { PAGE_BREAK, ReadError, TEXT_CHARACTERS_MAX } from './reading.ts'
import { toPdfText } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'

const PAGES_MAX = 2_000
/** Fewer letters than that on all pages together: pictures of paper. */
const LETTERS_MIN = 20

type Item = { str: string; dir: string; transform: number[]; width: number; hasEOL: boolean }

/**
 * The words of a PDF, page by page. Larger print is taken for headings, wide gaps within a line
 * for columns; what stands at the edge of most pages is left out.
 */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const pdf = await open(bytes)
  if (pdf.numPages > PAGES_MAX) throw new ReadError('too_many_pages')
  const pages: PdfLine[][] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const lines = toLines(items.filter((item): item is typeof item & Item => 'str' in item))
    characters += lines.reduce((sum, line) => sum + line.text.length, 0)
    if (characters > TEXT_CHARACTERS_MAX) throw new ReadError('too_long')
    pages.push(lines)
    page.cleanup()
  }
  const letters = pages
    .flat()
    .reduce((sum, { text }) => sum + text.replace(/\P{L}/gu, '').length, 0)
  if (letters < LETTERS_MIN) throw new ReadError('scanned')
  return { text: toPdfText(pages).join(`\n\n${PAGE_BREAK}\n\n`), pages: pdf.numPages }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new ReadError(isLocked ? 'encrypted' : 'broken')
  }
}

/** Pieces that stand at one height are a line. */
function toLines(items: Item[]): PdfLine[] {
  const lines: PdfLine[] = []
  let isOpen = false
  let endX = 0
  for (const { str, dir, transform, width, hasEOL } of items) {
    const [, , skew = 0, scale = 0, x = 0, y = 0] = transform
    const size = Math.hypot(skew, scale)
    const line = lines.at(-1)
    if (str.trim() !== '') {
      const isSame = isOpen && line && Math.abs(line.y - y) < Math.max(size, line.size) * 0.5
      if (isSame) {
        const gap = dir === 'rtl' || line.isRtl ? 0 : x - endX
        line.text += gap > size * 1.5 ? ' | ' : gap > size * 0.15 ? ' ' : ''
        line.text += str
        line.size = Math.max(line.size, size)
      } else lines.push({ text: str, size, y, isRtl: dir === 'rtl' })
      isOpen = true
      endX = x + width
    } else if (line && isOpen && str !== '' && width < size * 1.5) {
      line.text += ' '
      endX = x + width
    }
    if (hasEOL) isOpen = false
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
}
