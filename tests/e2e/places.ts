import type { Page } from '@playwright/test'
import { appPages } from '../../app/routes/app-table.ts'
import type { Page as TablePage } from '../../app/routes/declaration.ts'
import { portalPages } from '../../app/routes/portal-table.ts'

/** A page somebody can look at. `path` may hold parameters, as in the route tables. */
export type Place = { surface: 'portal' | 'app'; path: string; isSignedIn: boolean }

/** Tokens that nobody was sent lead to the pages that say so. */
export const DEAD_TOKEN = 'no-such-token'

/** Goes on by itself as soon as it is open; the sign-up journey passes through it. */
const LEADS_ON = ['/hand-over']

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
  const found = new Map<Place, string>()
  for (const place of own) {
    const address = fixed.includes(place.path)
      ? place.path
      : (links.find((link) => toPattern(place.path).test(link) && !fixed.includes(link)) ??
        (place.path.includes(':token') ? place.path.replace(':token', DEAD_TOKEN) : undefined))
    if (address) found.set(place, address)
  }
  return found
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
