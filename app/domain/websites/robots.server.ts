import robotsParser from 'robots-parser'
import type { FetchFailure, GuardedFetch } from '#app/domain/link-previews/guarded-fetch.ts'

/** The name by which a site's robots.txt may speak of us. */
const AGENT = 'Baraza'
const BYTES_MAX = 200_000
const TYPES = /./
/** Between two pages, unless the site asks for more. */
const DELAY_MS = 1_000
const DELAY_MS_MAX = 10_000

export type Rules = { mayRead: (url: string) => boolean; delayMs: number; sitemaps: string[] }

/** What a site allows. One that has no robots.txt allows all; one that does not answer, nothing. */
export async function fetchRobots(
  fetchPublic: GuardedFetch,
  origin: string,
): Promise<{ ok: true; text: string } | { ok: false; reason: FetchFailure }> {
  const wish = { types: TYPES, bytesMax: BYTES_MAX, whenLarger: 'cut' } as const
  const fetched = await fetchPublic(`${origin}/robots.txt`, wish)
  if (fetched.ok) return { ok: true, text: fetched.bytes.toString('utf8') }
  const isMissing = fetched.reason === 'refused' || fetched.reason === 'wrong_type'
  return isMissing ? { ok: true, text: '' } : { ok: false, reason: fetched.reason }
}

export function toRules(origin: string, text: string): Rules {
  const robots = robotsParser(`${origin}/robots.txt`, text)
  const asked = (robots.getCrawlDelay(AGENT) ?? 0) * 1_000
  return {
    mayRead: (url) => robots.isAllowed(url, AGENT) !== false,
    delayMs: Math.min(Math.max(DELAY_MS, asked), DELAY_MS_MAX),
    sitemaps: robots.getSitemaps(),
  }
}
