import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { toMarkedText } from './html-text.server.ts'
import { ReadError, tidyText } from './reading.ts'
import type { PageRead, PageToRead } from './reading.ts'

const LINKS_MAX = 500
const TITLE_CHARACTERS_MAX = 160
/** Beyond this a page is a data dump; finding its article would take a minute. */
const ELEMENTS_MAX = 20_000
/** An article shorter than this share of the page's words left something out. */
const ARTICLE_SHARE_MIN = 0.4

/** What a web page says, without its menus, and where it leads to on the same site. */
export function readPage(page: PageToRead): PageRead {
  try {
    const html = decode(page.bytes, page.charset)
    const { document } = parseHTML(html)
    const robots = metaOf(document, 'robots').toLowerCase()
    const facts = {
      title: toTitle(document, page.url),
      language: document.documentElement?.getAttribute('lang')?.slice(0, 10) || null,
      canonical: toCanonical(document, page.url),
      links: listLinks(document, page.url),
      mayIndex: !/noindex|none/.test(robots),
      mayFollow: !/nofollow|none/.test(robots),
    }
    return { ok: true, ...facts, text: tidyText(toArticle(html, document)) }
  } catch (error) {
    return { ok: false, reason: error instanceof ReadError ? error.reason : 'broken' }
  }
}

/**
 * The article where there is one; else, as on a page of prices or hours, all that is not menu,
 * header or footer.
 */
function toArticle(html: string, document: Document): string {
  const isLarge = document.getElementsByTagName('*').length > ELEMENTS_MAX
  for (const part of document.querySelectorAll(
    'nav,header,footer,aside,[role=navigation],[hidden]',
  ))
    part.remove()
  const whole = toMarkedText(document.body?.innerHTML ?? html)
  if (isLarge) return whole
  const article = new Readability(document, { charThreshold: 0 }).parse()?.content
  const text = article ? toMarkedText(article) : ''
  return text.trim().length >= whole.trim().length * ARTICLE_SHARE_MIN ? text : whole
}

function toTitle(document: Document, url: string): string {
  const own =
    metaOf(document, 'og:title') || document.title || document.querySelector('h1')?.textContent
  const title = (own ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return (title || new URL(url).pathname).slice(0, TITLE_CHARACTERS_MAX)
}

function metaOf(document: Document, name: string): string {
  const found = [...document.querySelectorAll('meta')].find(
    (meta) => (meta.getAttribute('name') ?? meta.getAttribute('property'))?.toLowerCase() === name,
  )
  return found?.getAttribute('content')?.trim() ?? ''
}

function toCanonical(document: Document, url: string): string | null {
  const href = document.querySelector('link[rel=canonical]')?.getAttribute('href')
  if (!href || !URL.canParse(href, url)) return null
  const canonical = new URL(href, url)
  return canonical.origin === new URL(url).origin ? canonical.href : null
}

function listLinks(document: Document, url: string): string[] {
  const { origin } = new URL(url)
  const base = document.querySelector('base')?.getAttribute('href') ?? url
  const from = URL.canParse(base, url) ? new URL(base, url).href : url
  const links = new Set<string>()
  for (const anchor of document.querySelectorAll('a[href]')) {
    const href = anchor.getAttribute('href') ?? ''
    if (/nofollow/i.test(anchor.getAttribute('rel') ?? '') || !URL.canParse(href, from)) continue
    const link = new URL(href, from)
    if (link.origin === origin) links.add(link.href)
    if (links.size >= LINKS_MAX) break
  }
  return [...links]
}

/** By what the header says, else the page itself, else UTF-8. */
function decode(bytes: Uint8Array, charset: string | undefined): string {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  const own = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(head)?.[1]
  try {
    return new TextDecoder(charset ?? own ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
