import type { Page } from '@playwright/test'
import { appPages } from '../../app/routes/app-table.ts'
import type { Page as TablePage } from '../../app/routes/declaration.ts'
import { portalPages } from '../../app/routes/portal-table.ts'

/** A page somebody can look at. `path` may hold parameters, as in the route tables. */
export type Place = { surface: 'portal' | 'app'; path: string; isSignedIn: boolean }

/** Tokens that nobody was sent lead to the pages that say so. */
export const DEAD_TOKEN = 'no-such-token'

/**
 * Goes on by itself as soon as it is open: the sign-up journey passes through the first, the
 * journey of mentions through the third, that of demos comes in by the second.
 */
const LEADS_ON = [
  ...['/hand-over', '/demo', '/conversations/:id/notes/:noteId'],
  // A picture of the step beside it.
  '/sales/onboarding/:id/logo',
]

/** Asks for something by its search part, and is not there without. */
const ASKED: Record<string, string> = { '/reports/rows': '?metric=closed' }

/** Every page of the route tables, so that new ones are looked at because they exist. */
export const places: Place[] = [...flatten(portalPages), ...flatten(appPages)]

export function placeName({ surface, path, isSignedIn }: Place): string {
  return `${surface} ${path}${isSignedIn ? '' : ', signed out'}`
}

/**
 * Real addresses of the places, ids filled in from what the pages link to.
 *
 * @param page somebody signed in, on a page of that surface
 * @returns place → address below the host; what no page links to is missing
 */
export async function findAddresses(
  page: Page,
  surface: Place['surface'],
): Promise<Map<Place, string>> {
  const own = places.filter((place) => place.surface === surface)
  const fixed = own.filter(({ path }) => !path.includes(':')).map(({ path }) => path)
  const links = await page.evaluate(readLinks, fixed)
  const examples = own.flatMap(({ path }) => exampleOf(path, links, fixed) ?? [])
  // What only the page of one thing links to: its edit form, its history.
  const rest = examples.filter((address) => !fixed.includes(address))
  links.push(...(await page.evaluate(readLinks, rest)))
  const found = new Map<Place, string>()
  for (const place of own) {
    const address = exampleOf(place.path, links, fixed)
    if (address) found.set(place, `${address}${ASKED[place.path] ?? ''}`)
  }
  return found
}

function exampleOf(path: string, links: string[], fixed: string[]): string | undefined {
  if (fixed.includes(path)) return path
  if (path.includes(':token')) return path.replace(':token', DEAD_TOKEN)
  const linked = links.find((link) => toPattern(path).test(link) && !fixed.includes(link))
  if (linked) return linked
  // Linked to only where there is much of something: the address of the thing it belongs to.
  const [, parent, name] = /^(.*:\w+)\/([\w-]+)$/.exec(path) ?? []
  const start = parent && exampleOf(parent, links, fixed)
  return start && `${start}/${name}`
}

function flatten(pages: readonly TablePage[]): Place[] {
  const all = pages.flatMap((page): readonly TablePage[] => [page, ...(page.children ?? [])])
  const shown = new Map<string, Place>()
  for (const { surface, path, methods } of all) {
    if (!methods.GET || LEADS_ON.includes(path)) continue
    const isSignedIn = methods.GET !== 'public' && methods.GET !== 'anonymous'
    shown.set(path, { surface, path, isSignedIn })
  }
  return [...shown.values()]
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}

/** Runs in the browser. */
async function readLinks(paths: string[]): Promise<string[]> {
  const links = new Set<string>()
  for (const path of paths) {
    const text = await (await fetch(path)).text()
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    for (const link of parsed.querySelectorAll('a[href]')) {
      const url = new URL(link.getAttribute('href') ?? '', location.origin)
      if (url.origin === location.origin) links.add(url.pathname)
    }
  }
  return [...links]
}
