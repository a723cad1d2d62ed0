import type { PassageText } from './passages.server.ts'

/** A passage is filled up to the first figure and never grows past the second. */
const WORDS_WANTED = 200
const WORDS_MAX = 300
/** A shorter tail joins the passage before it. */
const WORDS_MIN = 40
/** The end of one passage is repeated at the start of the next, so no thought is cut in two. */
const OVERLAP_WORDS = 30
const TITLE_CHARACTERS_MAX = 200

type Section = { path: string[]; paragraphs: string[] }

/**
 * Cuts a document into passages along its headings and paragraphs. Each carries the path of
 * headings it stands under as its title, because a paragraph rarely says what it is about.
 */
export function cutDocument(name: string, text: string): PassageText[] {
  const label =
    name
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replace(/[_-]+/g, ' ')
      .trim() || name
  return toSections(text).flatMap((section) => {
    const title = [label, ...section.path].join(' › ').slice(0, TITLE_CHARACTERS_MAX)
    return fill(section.paragraphs).map((part) => ({ title, text: part }))
  })
}

/** Markdown headings, numbered headings and short underlined lines open a section. */
function toSections(text: string): Section[] {
  const sections: Section[] = [{ path: [], paragraphs: [] }]
  let path: string[] = []
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=#{1,6} )/)) {
    const [first = '', ...rest] = block.trim().split('\n')
    const heading = toHeading(first, rest)
    if (heading) {
      path = [...path.slice(0, heading.level - 1), heading.text]
      sections.push({ path, paragraphs: [] })
    }
    const body = (heading ? rest.slice(heading.linesAfter) : [first, ...rest]).join('\n').trim()
    if (body) sections.at(-1)?.paragraphs.push(body)
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

function fill(paragraphs: string[]): string[] {
  const parts: string[] = []
  let current: string[] = []
  let words = 0
  for (const piece of paragraphs.flatMap(split)) {
    const size = countWords(piece)
    if (words > 0 && words + size > WORDS_MAX - OVERLAP_WORDS) {
      parts.push(current.join('\n\n'))
      current = [tail(current.join(' '))]
      words = OVERLAP_WORDS
    }
    current.push(piece)
    words += size
    if (words < WORDS_WANTED) continue
    parts.push(current.join('\n\n'))
    current = [tail(current.join(' '))]
    words = OVERLAP_WORDS
  }
  return closeLast(parts, current)
}

/** What remains after the last full passage: nothing but overlap, a short tail, or a passage. */
function closeLast(parts: string[], current: string[]): string[] {
  const isFirst = parts.length === 0
  const rest = isFirst ? current : current.slice(1)
  if (rest.length === 0) return parts
  const size = rest.reduce((sum, piece) => sum + countWords(piece), 0)
  if (isFirst || size >= WORDS_MIN) return [...parts, current.join('\n\n')]
  return [...parts.slice(0, -1), [parts.at(-1), ...rest].join('\n\n')]
}

/** A paragraph too long for one passage is cut at sentence ends, and hard if it has none. */
function split(paragraph: string): string[] {
  if (countWords(paragraph) <= WORDS_WANTED) return [paragraph]
  const pieces: string[] = []
  let current: string[] = []
  for (const word of paragraph.split(/\s+/)) {
    current.push(word)
    const isSentenceEnd = /[.!?]["')\]]?$/.test(word) && current.length >= WORDS_WANTED / 2
    if (!isSentenceEnd && current.length < WORDS_WANTED) continue
    pieces.push(current.join(' '))
    current = []
  }
  return current.length > 0 ? [...pieces, current.join(' ')] : pieces
}

function tail(text: string): string {
  return text.split(/\s+/).slice(-OVERLAP_WORDS).join(' ')
}

function countWords(text: string): number {
  return text.split(/\s+/).length
}
