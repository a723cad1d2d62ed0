import { promisify } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import { Parser } from 'htmlparser2'
import type { GuardedFetch } from '#app/domain/link-previews/guarded-fetch.ts'
import { mayBePage, toPageAddress } from './address.ts'

const SITEMAPS_MAX = 6
const BYTES_MAX = 2 * 1024 * 1024
/** Unpacked, a sitemap of the largest allowed number of pages is smaller. */
const UNPACKED_BYTES_MAX = 16 * 1024 * 1024
const TYPES = /^(text\/|application\/(xml|xhtml\+xml|rss\+xml|octet-stream|(x-)?gzip))/
const GZIP = Buffer.from([0x1f, 0x8b])

const unpack = promisify(gunzip)

/** The pages of a site that its sitemaps name, those of an index included. */
export async function listSitemapPages(
  fetchPublic: GuardedFetch,
  start: { origin: string; sitemaps: string[]; pagesMax: number },
): Promise<string[]> {
  const { origin, pagesMax } = start
  const waiting = [...new Set([...start.sitemaps, `${origin}/sitemap.xml`])]
  const asked = new Set<string>()
  const pages = new Set<string>()
  while (waiting.length > 0 && asked.size < SITEMAPS_MAX && pages.size < pagesMax) {
    const address = waiting.shift() ?? ''
    if (asked.has(address)) continue
    asked.add(address)
    const wish = { types: TYPES, bytesMax: BYTES_MAX, whenLarger: 'cut' } as const
    const fetched = await fetchPublic(address, wish)
    if (!fetched.ok) continue
    const { isIndex, addresses } = readSitemap(await toText(fetched.bytes))
    const own = addresses.flatMap((text) => toPageAddress(text, address) ?? [])
    const ours = own.filter((url) => new URL(url).origin === origin)
    if (isIndex) waiting.push(...ours)
    else for (const url of ours.filter(mayBePage)) pages.add(url)
  }
  return [...pages].slice(0, pagesMax)
}

/** Packed or not: known by its bytes. One that unpacks to too much, or to nothing, is empty. */
async function toText(bytes: Buffer): Promise<string> {
  if (!bytes.subarray(0, GZIP.length).equals(GZIP)) return bytes.toString('utf8')
  // What was cut off is read as far as it goes.
  const options = { maxOutputLength: UNPACKED_BYTES_MAX, finishFlush: constants.Z_SYNC_FLUSH }
  const unpacked = await unpack(bytes, options).catch(() => Buffer.alloc(0))
  return unpacked.toString('utf8')
}

/** No entity that the file declares is ever replaced. */
function readSitemap(xml: string): { isIndex: boolean; addresses: string[] } {
  const addresses: string[] = []
  let isIndex = false
  let location: string | undefined
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'sitemapindex') isIndex = true
        if (name === 'loc') location = ''
      },
      ontext(text) {
        if (location !== undefined) location += text
      },
      onclosetag(name) {
        if (name === 'loc' && location) addresses.push(location.trim())
        if (name === 'loc') location = undefined
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return { isIndex, addresses }
}
