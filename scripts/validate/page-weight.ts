import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packRouteMap } from '../../app/server/pack-route-map.ts'
import { budgetOf, heavierPages } from './page-budget.ts'

const CLIENT = 'build/client'
const ASSETS = join(CLIENT, 'assets')
const SURFACES = ['app', 'portal'] as const

type RouteEntry = { id: string; parentId?: string; module: string; imports?: string[] }
type Manifest = { entry: { module: string }; routes: Record<string, RouteEntry> }

export type PageWeight = { route: string; bytes: number; files: number }

/**
 * The JavaScript that each page loads before anything is pressed, gzipped file by file: the
 * entry, the page with what stands around it, the English sentences and the map of pages.
 * From the last build; the heaviest first.
 */
export function weighPages(): PageWeight[] {
  if (!existsSync(ASSETS)) return []
  const name = readdirSync(ASSETS).find((file) => /^manifest-.*\.js$/.test(file))
  const english = readdirSync(join(ASSETS, 'messages')).find((folder) => folder.startsWith('en-'))
  if (!name || !english) return []
  const script = readFileSync(join(ASSETS, name), 'utf8')
  const manifest = JSON.parse(
    script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1),
  ) as Manifest
  const messages = join(ASSETS, 'messages', english)
  return Object.values(manifest.routes)
    .filter(({ id }) => id !== 'root')
    .map((route) => {
      const files = new Set<string>()
      for (const module of modulesOf(manifest, route)) follow(join(CLIENT, module), messages, files)
      const map = mapBytes(manifest, route.id)
      const bytes = [...files].reduce((sum, file) => sum + gzippedBytes(file), map)
      return { route: route.id, bytes, files: files.size + 1 }
    })
    .sort((a, b) => b.bytes - a.bytes)
}

const kb = (bytes: number) => (bytes / 1024).toFixed(1)

/** Prints the heaviest pages. */
export function printPageWeight(shown = 5): void {
  const pages = weighPages()
  if (pages.length === 0) return
  console.log('\nJavaScript per page, gzipped:')
  for (const { route, bytes, files } of [...pages.slice(0, shown), ...pages.slice(-1)]) {
    console.log(`  ${kb(bytes).padStart(6)} KB in ${String(files).padStart(3)} files  ${route}`)
  }
}

/** What is wrong with the last build's pages: too heavy, or listed as heavier without need. */
export function findBudgetFaults(pages: PageWeight[] = weighPages()): string[] {
  const tooHeavy = pages
    .filter(({ route, bytes }) => bytes > budgetOf(route))
    .map(
      ({ route, bytes }) =>
        `${route} loads ${kb(bytes)} KB of JavaScript and may load ${kb(budgetOf(route))}`,
    )
  const gone = heavierPages
    .filter((route) => !pages.some((page) => page.route === route))
    .map((route) => `${route} is in page-budget.ts and is no page`)
  return pages.length === 0 ? ['There is no build'] : [...tooHeavy, ...gone]
}

function modulesOf({ entry, routes }: Manifest, page: RouteEntry): string[] {
  const modules = [entry.module]
  for (
    let at: RouteEntry | undefined = page;
    at;
    at = at.parentId ? routes[at.parentId] : undefined
  ) {
    modules.push(at.module)
  }
  return modules
}

/** A script and everything that it imports at once. */
function follow(file: string, messages: string, seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  for (const [, from = ''] of code.matchAll(/\b(?:from|import)\s*"([^"]+)"/g)) {
    if (from.startsWith('./')) follow(join(ASSETS, basename(from)), messages, seen)
    if (from.startsWith('#messages/')) seen.add(join(messages, basename(from)))
  }
}

/** Each surface is served a map of its own pages. */
function mapBytes({ routes, ...rest }: Manifest, id: string): number {
  const surface = SURFACES.find((one) => id.startsWith(`routes/${one}/`))
  const own = Object.values(routes).filter(
    (one) => one.id === 'root' || one.id.startsWith(`routes/${surface}/`),
  )
  const routesOfSurface = Object.fromEntries(own.map((route) => [route.id, route]))
  return gzipSync(packRouteMap({ ...rest, routes: routesOfSurface })).length
}

const weighed = new Map<string, number>()

function gzippedBytes(file: string): number {
  const known = weighed.get(file) ?? gzipSync(readFileSync(file)).length
  weighed.set(file, known)
  return known
}
