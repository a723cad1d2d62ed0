export type PdfLine = {
  text: string
  /** height of the print, in points */
  size: number
  /** distance from the page's bottom */
  y: number
  isRtl: boolean
}

/** Print larger than the body's by this is a heading. */
const HEADING_FACTOR = 1.12
const HEADING_CHARACTERS_MAX = 120
const HEADING_LEVELS = 3
/** Lines further apart than this many line heights begin a new paragraph. */
const PARAGRAPH_GAP = 1.75
const EDGE_LINES = 2
const EDGE_PAGES_MIN = 4
/** On a page with fewer lines nothing can be told apart from its edge. */
const PAGE_LINES_MIN = 8

/** Each page's text with headings marked and lines joined to paragraphs. */
export function toPdfText(pages: PdfLine[][]): string[] {
  const body = bodySize(pages.flat())
  const headingSizes = [...new Set(pages.flat().filter(isLarge).map(round))]
    .sort((a, b) => b - a)
    .slice(0, HEADING_LEVELS)
  const edges = findEdges(pages)
  return pages.map((lines) => joinLines(withoutEdges(lines)))

  function withoutEdges(lines: PdfLine[]): PdfLine[] {
    const isEdge = (index: number) => index < EDGE_LINES || index >= lines.length - EDGE_LINES
    return lines.filter(
      (line, index) => !(isEdge(index) && !isLarge(line) && edges.has(toShape(line.text))),
    )
  }

  function isLarge({ size, text }: PdfLine): boolean {
    const isShort = text.length <= HEADING_CHARACTERS_MAX && /\p{L}/u.test(text)
    return isShort && size >= body * HEADING_FACTOR
  }

  function joinLines(lines: PdfLine[]): string {
    let text = ''
    let last: (PdfLine & { isHeading: boolean }) | undefined
    for (const line of lines) {
      const isHeading = isLarge(line)
      const level = headingSizes.findIndex((size) => round(line) >= size) + 1 || HEADING_LEVELS
      // A heading of two lines is one heading.
      if (isHeading && last?.isHeading && isNear(last, line)) text += ` ${line.text}`
      else if (isHeading) text += `\n\n${'#'.repeat(level)} ${line.text}`
      else text += toContinuation(text, last, line)
      last = { ...line, isHeading }
    }
    return text.trim()
  }
}

function toContinuation(
  before: string,
  last: (PdfLine & { isHeading: boolean }) | undefined,
  line: PdfLine,
): string {
  const { text } = line
  if (!last || last.isHeading || !isNear(last, line)) return `\n\n${text}`
  const isRow = text.includes(' | ') || last.text.includes(' | ')
  if (isRow || /^([-•▪–*]|\d+[.)])\s/.test(text)) return `\n${text}`
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text) ? text : ` ${text}`
}

function isNear(above: PdfLine, below: PdfLine): boolean {
  const gap = above.y - below.y
  const sameSize = Math.abs(above.size - below.size) < 0.5
  return sameSize && gap > 0 && gap < Math.max(above.size, below.size) * PARAGRAPH_GAP
}

/** The size most letters are printed in. */
function bodySize(lines: PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const line of lines)
    letters.set(round(line), (letters.get(round(line)) ?? 0) + line.text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** What stands at the top or bottom of more than half of the pages, figures apart. */
function findEdges(pages: PdfLine[][]): Set<string> {
  if (pages.length < EDGE_PAGES_MIN) return new Set()
  const counts = new Map<string, number>()
  for (const lines of pages) {
    if (lines.length < PAGE_LINES_MIN) continue
    const atEdge = [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]
    for (const shape of new Set(atEdge.map(({ text }) => toShape(text))))
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, n]) => n > pages.length / 2).map(([shape]) => shape))
}

function toShape(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '0')
}

function round({ size }: PdfLine): number {
  return Math.round(size * 2) / 2
}
