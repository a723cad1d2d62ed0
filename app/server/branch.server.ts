import type { ServerBuild } from '@remix-run/node'

/**
 * The part of a Remix build that one page needs: its route, its parents and its siblings of
 * the same address, with their assets. Everything else is as in the whole build.
 *
 * @throws when the build has no such route: table and build were made from different sources
 */
export function branchOf(build: ServerBuild, routeId: string): ServerBuild {
  const ids = new Set<string>()
  for (let id: string | undefined = routeId; id !== undefined;) {
    const route: ServerBuild['routes'][string] | undefined = build.routes[id]
    if (!route) throw new Error(`The build has no route ${id}`)
    ids.add(id)
    id = route.parentId
  }
  return {
    ...build,
    routes: pick(build.routes, ids),
    assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
  }
}

function pick<T>(record: Record<string, T>, keys: Set<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))
}
