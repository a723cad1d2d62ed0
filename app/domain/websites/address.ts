const CHARACTERS_MAX = 2_000
/** Says where a visitor came from, not what the page is. */
const TRACKING = /^(utm_.*|fbclid|gclid|mc_[ce]id|ref)$/i
/** What is no page by its name already. */
const NO_PAGE =
  /\.(jpe?g|png|gif|webp|svg|ico|css|js|mjs|json|xml|pdf|docx?|xlsx?|pptx?|zip|gz|mp[34]|mov|avi|woff2?|ttf)$/i

/** One spelling for an address: no fragment, nothing for counting visitors. */
export function toPageAddress(text: string, base?: string): string | undefined {
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  url.hash = ''
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href.length > CHARACTERS_MAX ? undefined : url.href
}

/** The address as somebody types it: `example.co.ke` means its pages over https. */
export function toStartAddress(typed: string): string | undefined {
  const text = typed.trim()
  const isWhole = /^https?:\/\//i.test(text)
  const address = toPageAddress(isWhole ? text : `https://${text}`)
  const isNamed = address !== undefined && (isWhole || new URL(address).hostname.includes('.'))
  return isNamed ? address : undefined
}

export function mayBePage(url: string): boolean {
  return !NO_PAGE.test(new URL(url).pathname)
}
