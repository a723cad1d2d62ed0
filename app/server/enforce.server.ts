import { redirect } from '@remix-run/node'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { touchSession } from '#app/domain/members/sessions.server.ts'
import { isFileTrouble } from '#app/tenancy/file-trouble.ts'
import { homeOf } from '#app/platform/users/permissions.ts'
import { readSessionCookie } from './cookies.server.ts'
import type { RequestContext } from './load-context.ts'

type DataFunction = (args: { request: Request; context: AppLoadContext }) => unknown

/**
 * Wraps every loader and action of a Remix build, so that the decision of the route table
 * holds for documents, data requests and form posts alike. The root's loader only describes
 * the page's frame and stays open, or an error page could not be drawn.
 */
export function enforceDecisions(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route || id === 'root') return [id, route]
      const { loader, action } = route.module
      const module = {
        ...route.module,
        ...(loader && { loader: wrap(loader as DataFunction) }),
        ...(action && { action: wrap(action as DataFunction) }),
      }
      return [id, { ...route, module }]
    }),
  )
  return { ...build, routes } as ServerBuild
}

function wrap(run: DataFunction): DataFunction {
  return async (args) => {
    const { baraza } = args.context
    if (baraza.decision === 'support-ignored') return Response.json({ ok: true })
    refuse(baraza, args.request)
    // Noted on writes only: a page view must not write.
    const isWrite = args.request.method !== 'GET'
    try {
      if (isWrite && baraza.surface === 'portal' && baraza.member && !baraza.support) {
        touchSession(baraza.db, baraza.member)
      }
      return await run(args)
    } catch (error) {
      throw isFileTrouble(error) ? unavailable(baraza, error) : error
    }
  }
}

/** A file that cannot be used now is no mistake of the page: it says when to come again. */
function unavailable({ services, requestId, surface }: RequestContext, err: unknown): Response {
  services.log.error({ err, requestId, surface }, 'a file could not be used')
  return new Response(null, { status: 503 })
}

/** @throws Response that redirects or refuses, unless the decision is to allow */
function refuse(context: RequestContext, request: Request): void {
  const { decision } = context
  if (decision === 'allow') return
  if (decision === 'sign-in')
    throw redirect(cameForSupport(context, request) ? '/support' : signInPath(request))
  if (decision === 'go-home') throw redirect(homePath(context))
  if (decision === 'go-pay') throw redirect('/settings/billing')
  if (decision === 'suspended') throw suspended(context)
  if (decision === 'support-refused') throw Response.json({ reason: 'support' }, { status: 403 })
  throw new Response(null, { status: decision === 'forbidden' ? 403 : 404 })
}

/** A visit for support that is over ends on the page that says so. */
function cameForSupport(context: RequestContext, request: Request): boolean {
  const cookies = request.headers.get('cookie') ?? undefined
  return (
    context.surface === 'portal' &&
    readSessionCookie(cookies, 'support', context.isSecure) !== undefined
  )
}

function suspended(context: RequestContext): Response {
  if (context.surface !== 'portal') return Response.json({ reason: 'suspended' }, { status: 403 })
  const { name: company, suspendedBy, suspendedReason } = context.tenant
  // What billing writes there is a state; a person's sentence is meant to be read.
  const why = suspendedBy === 'staff' ? suspendedReason : null
  return Response.json({ reason: 'suspended', company, why }, { status: 403 })
}

/** Where a signed-in person belongs on this surface. */
export function homePath(context: RequestContext): string {
  if (context.surface === 'portal') return '/conversations'
  return context.user ? homeOf(context.user.role) : '/login'
}

function signInPath(request: Request): string {
  const url = new URL(request.url)
  const path = url.pathname.replace(/\.data$/, '')
  const isPlain = request.method !== 'GET' || path === '/' || path === '/_root'
  return isPlain ? '/login' : `/login?next=${encodeURIComponent(path + url.search)}`
}
