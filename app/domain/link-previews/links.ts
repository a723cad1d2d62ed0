/** The whole web addresses in a text; what ends a sentence or a bracket is not part of one. */
export const WEB_ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/g

const LINKS_MAX = 3
const URL_CHARS_MAX = 2_000

/**
 * The addresses in a text that can have a preview, each once, in their order, written one way:
 * a place within a page makes no other page, and an address with a sign-in inside is left alone.
 */
export function findLinks(text: string): string[] {
  const found = new Set<string>()
  for (const [address] of text.matchAll(WEB_ADDRESS)) {
    if (found.size === LINKS_MAX) break
    if (address.length > URL_CHARS_MAX || !URL.canParse(address)) continue
    const url = new URL(address)
    if (url.username || url.password) continue
    url.hash = ''
    found.add(url.href)
  }
  return [...found]
}
