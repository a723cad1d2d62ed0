import type { PassageText } from './passages.server.ts'

/** A passage is filled up to the first figure and never grows past the second. */
const WORDS_WANTED = 200
const WORDS_MAX = 300
/** A shorter tail joins the passage before it. */
const WORDS_MIN = 40
/** The end of one passage is repeated at the start of the next, so no thought is cut in two. */
const OVERLAP_WORDS = 30
const TITLE_CHARACTERS_MAX = 200

type Paragraph = { text: string; page: number }
type Section = { path: string[]; paragraphs: Paragraph[] }

/** Stands alone between two pages of a text that was read from a file. */
const PAGE_BREAK = '\f'

/**
 * Cuts a document into passages along its headings and paragraphs. Each carries the path of
 * headings it stands under as its title, because a paragraph rarely says what it is about.
 */
export function cutDocument(
  name: string,
  text: string,
  source: { hasPages?: boolean; url?: string | null } = {},
): PassageText[] {
  const label = source.url ? name : toLabel(name)
  return toSections(text).flatMap((section) => {
    const title = [label, ...section.path].join(' › ').slice(0, TITLE_CHARACTERS_MAX)
    return fill(section.paragraphs).map((part) => ({
      ...{ title, text: part.text, url: source.url ?? null },
      page: source.hasPages ? part.page : null,
    }))
  })
}

/** A file's name as words; a web page's title is words already. */
function toLabel(name: string): string {
  const words = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[_-]+/g, ' ')
  return words.trim() || name
}

/** Markdown headings, numbered headings and short underlined lines open a section. */
function toSections(text: string): Section[] {
  const sections: Section[] = [{ path: [], paragraphs: [] }]
  let path: { level: number; text: string }[] = []
  let page = 1
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n[^\S\f]*\n|\n(?=#{1,6} )/)) {
    if (block.includes(PAGE_BREAK)) page += block.split(PAGE_BREAK).length - 1
    const [first = '', ...rest] = block.trim().split('\n')
    const heading = toHeading(first, rest)
    if (heading) {
      // By level, not by place: many texts begin with a heading of the second.
      path = [...path.filter(({ level }) => level < heading.level), heading]
      sections.push({ path: path.map(({ text: words }) => words), paragraphs: [] })
    }
    const body = (heading ? rest.slice(heading.linesAfter) : [first, ...rest]).join('\n').trim()
    if (body) sections.at(-1)?.paragraphs.push({ text: body, page })
  }
  return sections.filter((section) => section.paragraphs.length > 0)
}

function toHeading(
  line: string,
  rest: string[],
): { level: number; text: string; linesAfter: number } | undefined {
  const marked = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line)
  if (marked) return { level: marked[1]?.length ?? 1, text: marked[2] ?? '', linesAfter: 0 }
  if (rest.length > 0 && /^(={3,}|-{3,})$/.test(rest[0]?.trim() ?? '')) {
    return { level: rest[0]?.startsWith('=') ? 1 : 2, text: line.trim(), linesAfter: 1 }
  }
  const numbered = /^(\d+(?:\.\d+)*)[.)]?\s+(\p{Lu}.{2,80})$/u.exec(line)
  if (numbered && rest.length === 0 && !/[.;,]$/.test(line)) {
    return { level: (numbered[1] ?? '').split('.').length, text: line, linesAfter: 0 }
  }
  return undefined
}

function fill(paragraphs: Paragraph[]): Paragraph[] {
  const parts: Paragraph[] = []
  let current: string[] = []
  let words = 0
  let page = paragraphs[0]?.page ?? 1
  const close = (next: number) => {
    parts.push({ text: current.join('\n\n'), page })
    current = [tail(current.join(' '))]
    words = OVERLAP_WORDS
    page = next
  }
  for (const piece of paragraphs.flatMap(split)) {
    const size = countWords(piece.text)
    if (words > 0 && words + size > WORDS_MAX - OVERLAP_WORDS) close(piece.page)
    // What is only the overlap so far begins where its first own words stand.
    if (words === OVERLAP_WORDS && current.length === 1 && parts.length > 0) page = piece.page
    current.push(piece.text)
    words += size
    if (words >= WORDS_WANTED) close(piece.page)
  }
  return closeLast(parts, current, page)
}

/** What remains after the last full passage: nothing but overlap, a short tail, or a passage. */
function closeLast(parts: Paragraph[], current: string[], page: number): Paragraph[] {
  const last = parts.at(-1)
  const rest = last ? current.slice(1) : current
  if (rest.length === 0) return parts
  const size = rest.reduce((sum, piece) => sum + countWords(piece), 0)
  if (!last || size >= WORDS_MIN) return [...parts, { text: current.join('\n\n'), page }]
  return [...parts.slice(0, -1), { ...last, text: [last.text, ...rest].join('\n\n') }]
}

/** A paragraph too long for one passage is cut at sentence ends, and hard if it has none. */
function split({ text, page }: Paragraph): Paragraph[] {
  if (countWords(text) <= WORDS_WANTED) return [{ text, page }]
  const pieces: Paragraph[] = []
  let current: string[] = []
  for (const word of text.split(/\s+/)) {
    current.push(word)
    const isSentenceEnd = /[.!?]["')\]]?$/.test(word) && current.length >= WORDS_WANTED / 2
    if (!isSentenceEnd && current.length < WORDS_WANTED) continue
    pieces.push({ text: current.join(' '), page })
    current = []
  }
  return current.length > 0 ? [...pieces, { text: current.join(' '), page }] : pieces
}

function tail(text: string): string {
  return text.split(/\s+/).slice(-OVERLAP_WORDS).join(' ')
}

function countWords(text: string): number {
  return text.split(/\s+/).length
}
