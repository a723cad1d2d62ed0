import { can } from '#app/domain/members/permissions.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import type { PlatformPermission } from '#app/platform/users/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { SignedInUser } from '#app/platform/users/sessions.server.ts'
import { appPages } from '#app/routes/app-table.ts'
import type { Page } from '#app/routes/declaration.ts'
import { pageFlags } from '#app/routes/page-flags.ts'
import { portalPages } from '#app/routes/portal-table.ts'
import type { CompanyFlags } from './company-flags.server.ts'
import type { Decision } from './load-context.ts'
import { decideSupport } from './support/decide-support.server.ts'

export type DecidedRoute = {
  surface: 'app' | 'portal'
  path: string
  methods: Page['methods']
  pattern: RegExp
  /** the page's id in the Remix build */
  routeId: string
}

const ALWAYS: Decision = 'allow'

/**
 * Every page of both surfaces, children included, with a pattern that matches its address. In
 * the order in which they are tried: fixed segments before parameters, a child before the
 * parent whose address it shares.
 */
export const decidedRoutes: readonly DecidedRoute[] = [...appPages, ...portalPages]
  .flatMap(flatten)
  .reverse()
  .sort((a, b) => countParameters(a.path) - countParameters(b.path))

/**
 * What the route table says about a person at an address. Asked once per request, before
 * Remix; every loader and action is wrapped so that none runs against it.
 */
export function decide(
  request: { surface: 'app' | 'portal'; method: string; pathname: string },
  person: {
    member?: SignedInMember
    user?: SignedInUser
    support?: { mayChange: boolean }
    flags?: CompanyFlags
  },
): Decision {
  if (request.pathname === '/__manifest') return ALWAYS
  const route = findDecidedRoute(request.surface, request.pathname)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const access = route?.methods[method as 'GET' | 'POST']
  if (!access || isTurnedOff(route?.path, person.flags)) return 'not-found'
  if (person.support && person.member)
    return decideSupport(request, access, { ...person.support, visitor: person.member })
  if (access === 'public') return ALWAYS
  const isSignedIn = Boolean(request.surface === 'app' ? person.user : person.member)
  if (access === 'anonymous') return isSignedIn ? 'go-home' : ALWAYS
  if (!isSignedIn) return 'sign-in'
  return access === 'signed-in' || isAllowed(access, person) ? ALWAYS : 'forbidden'
}

/** The page at an address, if there is one. */
export function findDecidedRoute(
  surface: 'app' | 'portal',
  pathname: string,
): DecidedRoute | undefined {
  const path = toPagePath(pathname)
  return decidedRoutes.find((route) => route.surface === surface && route.pattern.test(path))
}

/** `/x.data` is how Remix asks for the data of `/x`. */
function toPagePath(pathname: string): string {
  if (pathname === '/_root.data') return '/'
  const path = pathname.endsWith('.data') ? pathname.slice(0, -'.data'.length) : pathname
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/** What is turned off for a company is not there for anybody in it. */
export function isTurnedOff(path: string | undefined, flags: CompanyFlags | undefined): boolean {
  const flag = pageFlags[path ?? '']
  return flag !== undefined && flags !== undefined && !flags.has(flag)
}

function isAllowed(
  access: string,
  person: { member?: SignedInMember; user?: SignedInUser },
): boolean {
  if (person.member) return can(person.member, access as Permission)
  return person.user ? platformCan(person.user.role, access as PlatformPermission) : false
}

function flatten(page: Page): DecidedRoute[] {
  const { surface, path, methods } = page
  const pattern = new RegExp(`^${path.replace(/:[a-zA-Z]+/g, segmentOf)}$`)
  const routeId = page.file.replace(/\.tsx$/, '')
  const own = { surface, path, methods, pattern, routeId }
  return [own, ...(page.children ?? []).flatMap(flatten)]
}

/** Ids are small integers, written one way only; other parameters are any text. */
function segmentOf(parameter: string): string {
  return /id$/i.test(parameter) ? '[1-9]\\d{0,14}' : '[^/]+'
}

function countParameters(path: string): number {
  return path.split(':').length - 1
}
