import { Parser } from 'htmlparser2'

/** What a page says about itself, cleaned; `imageUrl` is whole and not yet looked at. */
export type PageFacts = {
  title: string
  description: string | null
  siteName: string | null
  imageUrl: string | null
}

const TITLE_CHARS_MAX = 160
const DESCRIPTION_CHARS_MAX = 300
const SITE_CHARS_MAX = 60

/**
 * Reads a page's own words about itself: what it tells other sites (Open Graph, Twitter), else its
 * title and description. Nothing of it is markup any more.
 *
 * @returns undefined when it has no title
 */
export function readPage(
  bytes: Buffer,
  page: { url: string; charset: string | undefined },
): PageFacts | undefined {
  const { metas, title } = readHead(decode(bytes, page.charset))
  const first = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean)
  const shownTitle = clean(first('og:title', 'twitter:title') ?? title, TITLE_CHARS_MAX)
  if (!shownTitle) return undefined
  const image = first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image')
  return {
    title: shownTitle,
    description: clean(
      first('og:description', 'twitter:description', 'description'),
      DESCRIPTION_CHARS_MAX,
    ),
    siteName: clean(first('og:site_name', 'application-name'), SITE_CHARS_MAX),
    imageUrl: image && URL.canParse(image, page.url) ? new URL(image, page.url).href : null,
  }
}

function readHead(html: string): { metas: Map<string, string>; title: string } {
  const metas = new Map<string, string>()
  let title = ''
  let isInTitle = false
  let hasTitle = false
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && !hasTitle) isInTitle = true
      if (name !== 'meta') return
      const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase()
      const content = attributes['content']?.trim()
      if (key && content && !metas.has(key)) metas.set(key, content)
    },
    ontext(text) {
      if (isInTitle) title += text
    },
    onclosetag(name) {
      if (name !== 'title' || !isInTitle) return
      isInTitle = false
      hasTitle = true
    },
  })
  parser.write(html)
  parser.end()
  return { metas, title }
}

/** By what the header says, else the page itself, else UTF-8. */
function decode(bytes: Buffer, charset: string | undefined): string {
  const own = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2_048))?.[1]
  try {
    return new TextDecoder(charset ?? own ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function clean(text: string | undefined, charsMax: number): string | null {
  const plain = (text ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, charsMax * 4)
  const letters = [...plain]
  if (letters.length === 0) return null
  return letters.length <= charsMax
    ? plain
    : `${letters
        .slice(0, charsMax - 1)
        .join('')
        .trim()}…`
}
