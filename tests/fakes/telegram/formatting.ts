import { refused } from './answers.ts'
import type { Refusal } from './answers.ts'
import { textOf } from './params.ts'

const HTML_TAGS =
  /^(b|strong|i|em|u|ins|s|strike|del|span|tg-spoiler|a|tg-emoji|code|pre|blockquote)$/
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

type Formatted = { ok: true; text: string } | { ok: false; refusal: Refusal }

/**
 * Check a text's markup and give the text that stays when it is taken off. Enough of the
 * vendor's parser to refuse what an unescaped AI answer breaks; entities are not built.
 */
export function readFormatted(text: string, parseMode: unknown): Formatted {
  switch (textOf(parseMode).toLowerCase()) {
    case '':
      return { ok: true, text }
    case 'html':
      return readHtml(text)
    case 'markdownv2':
      return readMarkdown(text, /[>#+\-=|{}.!]/)
    case 'markdown':
      return readMarkdown(text, undefined)
    default:
      return { ok: false, refusal: refused(400, 'unsupported parse_mode') }
  }
}

function readHtml(text: string): Formatted {
  const open: string[] = []
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([^\s>]*)[^>]*>?/g)) {
    const tag = name.toLowerCase()
    if (!HTML_TAGS.test(tag)) return broken(`Unsupported start tag "${tag}"`)
    if (!slash) open.push(tag)
    else if (open.pop() !== tag) return broken(`Unmatched end tag "${tag}"`)
  }
  if (open.length > 0)
    return broken(`Can't find end tag corresponding to start tag "${open.at(-1)}"`)
  const plain = text.replace(/<[^>]*>/g, '')
  return {
    ok: true,
    text: plain.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
  }
}

function readMarkdown(text: string, reserved: RegExp | undefined): Formatted {
  const unescaped = text.replace(/\\[\s\S]/g, 'x')
  const outside = unescaped.replace(/```[\s\S]*?```|`[^`]*`/g, 'x').replace(/\]\([^)]*\)/g, ']')
  const stray = reserved && reserved.exec(outside)?.[0]
  if (stray) {
    return broken(`Character '${stray}' is reserved and must be escaped with the preceding '\\'`)
  }
  for (const mark of ['*', '_', '`', ...(reserved ? ['~'] : [])]) {
    const count = outside.split(mark).length - 1
    if (count % 2 === 1) return broken(`Can't find end of the entity starting with ${mark}`)
  }
  const plain = text.replace(/\\([\s\S])|[*_`~]/g, (_, kept: string | undefined) => kept ?? '')
  return { ok: true, text: plain }
}

function broken(what: string): Formatted {
  return { ok: false, refusal: refused(400, `can't parse entities: ${what}`) }
}
