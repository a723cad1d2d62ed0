import express from 'express'
import type { Express, Request, RequestHandler, Response } from 'express'
import { can } from '#app/domain/members/permissions.ts'
import type { WireContext, WireRoute } from '#app/wire/declaration.ts'
import { readApiKey } from '#app/wire/api/authorize.ts'
import type { Meter } from '#app/platform/health/meter.ts'
import { sendProblem } from '#app/wire/api/problem.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { isTurnedOff } from './decide.server.ts'
import { extendLogScope } from './log-scope.server.ts'
import type { RequestContext } from './load-context.ts'
import { claimRequest, surfaceOf } from './measuring/request-meter.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'
import { noteWireRead } from './support/note-request.server.ts'

const READ_METHODS: readonly string[] = ['GET', 'OPTIONS']
const BODY_BYTES_MAX = 256 * 1024

/**
 * Mounts the Express routes of the wire table for one surface. Access is decided here, from
 * the table, before a route's own code runs; other methods on a known path get 405.
 */
export function mountWire(
  app: Express,
  surface: WireRoute['surface'],
  runtime: Runtime,
  services: Services,
): void {
  const routes = wireRoutes(runtime, services).filter((route) => route.surface === surface)
  for (const route of routes) {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete' | 'options'
    const claim = claimFor(runtime.meter, route)
    app[method](route.path, claim, guard(route), ...readers(route), run(route))
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    app.all(path, (_request, response, next) => {
      if (!belongs(surface, response)) return next()
      const allowed = routes.filter((route) => route.path === path).map((route) => route.method)
      response.setHeader('Allow', allowed.join(', '))
      sendProblem(response, 'method_not_allowed')
    })
  }
}

/** Whose request it is is known before it is decided: what is refused is counted too. */
function claimFor(meter: Meter, route: WireRoute): RequestHandler {
  const known = meter.routeOf(surfaceOf(route), route.path)
  return (_request, response, next) => {
    if (belongs(route.surface, response)) {
      claimRequest(response, known)
      extendLogScope({ surface: known.surface })
    }
    next()
  }
}

function belongs(surface: WireRoute['surface'], response: Response): boolean {
  return surface === 'any' || contextOf(response)?.surface === surface
}

function guard(route: WireRoute): RequestHandler {
  return (request, response, next) => {
    if (!belongs(route.surface, response)) return next('route')
    const context = contextOf(response)
    if (context?.decision === 'suspended') return void sendProblem(response, 'suspended')
    if (context?.surface === 'portal' && isTurnedOff(route.path, context.flags))
      return sendProblem(response, 'not_found')
    if (route.access === 'public') return next()
    if (route.access === 'api-key') {
      return hasApiKey(request, context) ? next() : sendProblem(response, 'invalid_key')
    }
    const person = context?.surface === 'portal' ? context.member : undefined
    if (!person) return void response.status(401).json({ code: 'not_signed_in' })
    if (context?.surface === 'portal' && context.support) {
      if (!READ_METHODS.includes(route.method)) return void sendProblem(response, 'support_reads')
      noteWireRead(context, route.path, request.path)
    }
    if (route.access !== 'signed-in' && !can(person, route.access)) {
      return void response.status(403).json({ code: 'forbidden' })
    }
    next()
  }
}

/** Before the body is read: a stranger's is not worth reading. The route's own code counts it. */
function hasApiKey(request: Request, context: RequestContext | undefined): boolean {
  return context?.surface === 'portal' && readApiKey(request, context.db) !== undefined
}

function readers(route: WireRoute): RequestHandler[] {
  const limit = route.bodyMax ?? BODY_BYTES_MAX
  if (route.body === 'raw') return [express.raw({ type: () => true, limit, inflate: true })]
  if (route.body === 'json') return [express.json({ limit, strict: true })]
  return []
}

function run(route: WireRoute): RequestHandler {
  return (request, response, next) => {
    const context = contextOf(response)
    const wire: WireContext = {
      request: context,
      portal: context?.surface === 'portal' ? context : undefined,
    }
    Promise.resolve()
      .then(() => route.run(request, response, wire))
      .catch(next)
  }
}

function contextOf(response: Response): RequestContext | undefined {
  return response.locals['context'] as RequestContext | undefined
}
