import type { ServerBuild } from '@remix-run/node'
import type { Response } from 'express'
import { createHash } from 'node:crypto'
import { packRouteMap } from './pack-route-map.ts'

/** The map's name changes with its content. */
const CACHE = 'public, max-age=31536000, immutable'

/** The browser's map of one surface's pages: its address, and the script that stands there. */
export type RouteMap = { url: string; script: string }

/**
 * Gives a surface a map of its own. The one that the build makes holds the pages of every
 * surface, and `/login` of one would be taken for `/login` of the other.
 */
export function withOwnRouteMap(
  build: ServerBuild,
  surface: string,
): { build: ServerBuild; map: RouteMap } {
  const own = Object.entries(build.assets.routes).filter(
    ([id]) => id === 'root' || id.startsWith(`routes/${surface}/`),
  )
  const assets = { ...build.assets, routes: Object.fromEntries(own) }
  const hash = createHash('sha256').update(JSON.stringify(assets)).digest('hex').slice(0, 12)
  const url = `/routes-${surface}-${hash}.js`
  const script = packRouteMap({ ...assets, url })
  return { build: { ...build, assets: { ...assets, url } }, map: { url, script } }
}

export function sendRouteMap(response: Response, map: RouteMap): void {
  response.type('text/javascript').setHeader('Cache-Control', CACHE)
  response.send(map.script)
}
