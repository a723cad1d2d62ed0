import type { Plugin, Rollup } from 'vite'
import { joinGroups, LATER } from './join-groups.ts'
import type { Group } from './join-groups.ts'

type Route = { id: string; parentId?: string; file: string }
type RemixBuild = { __remixPluginContext?: { remixConfig: { routes: Record<string, Route> } } }
type Modules = Rollup.ManualChunkMeta

/** How Remix marks a page's module for the browser. */
const ROUTE = '?__remix-build-client-route'

/**
 * Every page is told the names of all scripts, and chance is what compresses least: seven letters
 * beside a name are as good as Vite's eight.
 */
const SHORT_NAMES = {
  entryFileNames: 'assets/[name]-[hash:7].js',
  chunkFileNames: 'assets/[name]-[hash:7].js',
}

/**
 * Decides which modules of the browser share a file. Left alone, the build makes a file for every
 * set of pages that share something: a hundred for one page, half of them a single icon.
 */
export function joinedChunks(): Plugin {
  let routes: Route[] = []
  let names: Map<string, string> | undefined
  const manualChunks: Rollup.GetManualChunk = (id, modules) => {
    names ??= nameModules(modules, routes)
    return names.get(id)
  }
  return {
    name: 'baraza:joined-chunks',
    apply: 'build',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? {}
        : {
            build: {
              rollupOptions: {
                output: { manualChunks, onlyExplicitManualChunks: true, ...SHORT_NAMES },
              },
            },
          },
    configResolved(config) {
      const { __remixPluginContext: remix } = config as unknown as RemixBuild
      routes = Object.values(remix?.remixConfig.routes ?? {})
    },
  }
}

function nameModules(modules: Modules, routes: Route[]): Map<string, string> {
  const importsOf = (id: string) => modules.getModuleInfo(id)?.importedIds ?? []
  const groups = joinGroups(toGroups(modules, routes), importsOf)
  return new Map(
    groups.flatMap((group, index) => group.modules.map((id) => [id, `shared-${index}`])),
  )
}

/** Modules that exactly the same pages load. What is loaded later counts as a page of its own. */
function toGroups(modules: Modules, routes: Route[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [id, pages] of pagesOfModules(modules, routes)) {
    const key = [...pages].sort().join()
    const group = groups.get(key) ?? { modules: [], size: 0, pages }
    group.modules.push(id)
    group.size += modules.getModuleInfo(id)?.code?.length ?? 0
    groups.set(key, group)
  }
  return [...groups.values()]
    .map((group) => ({ ...group, modules: group.modules.filter((id) => !isPage(id, modules)) }))
    .filter(({ modules, pages }) => pages.size > 1 && modules.length > 0)
}

function pagesOfModules(modules: Modules, routes: Route[]): Map<string, Set<string>> {
  const pagesOf = new Map<string, Set<string>>()
  for (const id of modules.getModuleIds()) {
    if (!isStart(id, modules)) continue
    const pages = pagesWith(id, routes)
    for (const reached of reach(id, modules, new Set())) {
      pagesOf.set(reached, new Set([...(pagesOf.get(reached) ?? []), ...pages]))
    }
  }
  return pagesOf
}

/** A module and all that it needs at once. */
function reach(id: string, modules: Modules, seen: Set<string>): Set<string> {
  if (seen.has(id)) return seen
  seen.add(id)
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? [])
    reach(imported, modules, seen)
  return seen
}

function isStart(id: string, { getModuleInfo }: Modules): boolean {
  const info = getModuleInfo(id)
  return info?.isEntry === true || Boolean(info?.dynamicImporters.length)
}

/** A start of the build that has nothing of its own would be thrown together with others. */
function isPage(id: string, modules: Modules): boolean {
  const importers = modules.getModuleInfo(id)?.importers ?? []
  return isStart(id, modules) || importers.some((importer) => importer.endsWith(ROUTE))
}

/** The pages that load a start of the build: a layout stands around many, the root around all. */
function pagesWith(id: string, routes: Route[]): Set<string> {
  const own = routes.find((route) => id.endsWith(`/${route.file}${ROUTE}`))
  if (!own && !id.includes('entry.client')) return new Set([LATER + id])
  const isInside = (route: Route | undefined): boolean =>
    route !== undefined && (route === own || isInside(parents.get(route.parentId)))
  const parents = new Map(routes.map((route) => [route.id as string | undefined, route]))
  const inside = own && own.id !== 'root' ? routes.filter(isInside) : routes
  return new Set(inside.map((route) => route.id))
}
