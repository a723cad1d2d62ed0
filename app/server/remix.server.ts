import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { branchOf } from './branch.server.ts'
import { findDecidedRoute } from './decide.server.ts'
import type { Meter } from '#app/platform/health/meter.ts'
import { claimRequest } from './measuring/request-meter.server.ts'
import { enforceDecisions } from './enforce.server.ts'
import type { RequestContext } from './load-context.ts'
import { noteSupportRequest } from './support/note-request.server.ts'
import { sendRouteMap, withOwnRouteMap } from './route-map.server.ts'

type Surface = 'app' | 'portal'
type AsyncHandler = (...args: Parameters<RequestHandler>) => Promise<void>

/** Answers every page of every surface. */
export async function createRemix(meter: Meter): Promise<RequestHandler> {
  const answer = {
    app: await createSurface('app', meter),
    portal: await createSurface('portal', meter),
  }
  return (request, response, next) => {
    const { surface } = response.locals['context'] as RequestContext
    void answer[surface](request, response, next)
  }
}

/**
 * One surface's pages. Remix flattens and compiles its whole route tree at every match, so a
 * page's cost would grow with the number of pages. The route table knows already which page
 * is meant: each gets a handler over its own branch, made at first use. What is no page
 * (a 404) is answered by the whole build.
 */
async function createSurface(surface: Surface, meter: Meter): Promise<AsyncHandler> {
  const path = resolve(`build/server/${surface}/index.js`)
  const built = (await import(pathToFileURL(path).href)) as ServerBuild
  const { build: own, map } = withOwnRouteMap(built, surface)
  const build = enforceDecisions(own)
  const whole = createHandler(build)
  const branches = new Map<string, AsyncHandler>()
  return async (request, response, next) => {
    if (request.path === map.url) return sendRouteMap(response, map)
    noteSupportRequest(response.locals['context'] as RequestContext, request)
    const page = findDecidedRoute(surface, request.path)
    if (!page) return whole(request, response, next)
    const { routeId } = page
    claimRequest(response, meter.routeOf(surface, page.path))
    const handler = branches.get(routeId) ?? createHandler(branchOf(build, routeId))
    branches.set(routeId, handler)
    return handler(request, response, next)
  }
}

function createHandler(build: ServerBuild): AsyncHandler {
  return createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (_request, response) => ({
      baraza: response.locals['context'] as RequestContext,
    }),
  })
}
