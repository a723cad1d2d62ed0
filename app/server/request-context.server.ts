import type { Request, Response } from 'express'
import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import { findPlatformSession } from '#app/platform/users/sessions.server.ts'
import { isLocalHost, parseHost } from '#app/tenancy/host.ts'
import { createCompanyBilling } from './billing/company-billing.server.ts'
import { createCompanyOnboarding } from './onboarding/company-onboarding.server.ts'
import { createCompanyFlags } from './company-flags.server.ts'
import { createCompanyNews } from './company-news.server.ts'
import { readSessionCookie } from './cookies.server.ts'
import { decideSuspended } from './decide-suspended.server.ts'
import { decide } from './decide.server.ts'
import { extendLogScope } from './log-scope.server.ts'
import type { AppContext, PortalContext, RequestContext } from './load-context.ts'
import { readPreferences } from './preferences.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'
import { findPortalPerson } from './support/portal-person.server.ts'

type Facts = Omit<
  AppContext,
  'surface' | 'platform' | 'directory' | 'tenancy' | 'user' | 'decision'
>

type HeldFile = Pick<PortalContext, 'db' | 'releaseDb'>

/**
 * Host → surface → company → person. The company's handle is held until the response ends.
 *
 * @returns undefined when the host is nobody's
 */
export function readRequestContext(
  runtime: Runtime,
  services: Services,
  request: Request,
  response: Response,
): RequestContext | undefined {
  const target = parseHost(request.headers.host, runtime.env.ROOT_DOMAIN)
  const facts = readFacts(runtime, services, request, response)
  if (target.kind === 'app') return appContext(runtime, request, facts)
  if (target.kind === 'unknown') return undefined
  const entry =
    target.kind === 'portal'
      ? runtime.directory.findBySlug(target.slug)
      : runtime.directory.findByHost(target.host)
  if (!entry) return undefined
  extendLogScope({ surface: 'portal', tenant: entry.id })
  const file = holdUntilClosed(runtime, entry, response)
  const billing = createCompanyBilling(runtime, entry.id, services)
  const flags = createCompanyFlags(runtime.platform, entry.id)
  const { id, industry } = entry
  const news = createCompanyNews(runtime.platform, { id, industry, db: file.db })
  const onboarding = createCompanyOnboarding(runtime, entry)
  const own = { billing, flags, news, onboarding }
  return portalContext(request, facts, { ...file, ...own, entry })
}

function holdUntilClosed(runtime: Runtime, entry: DirectoryEntry, response: Response): HeldFile {
  const db = runtime.tenancy.acquire(entry)
  let isHeld = true
  const releaseDb = () => {
    if (isHeld) runtime.tenancy.release(entry.id, db)
    isHeld = false
  }
  response.once('close', releaseDb)
  return { db, releaseDb }
}

function readFacts(
  runtime: Runtime,
  services: Services,
  request: Request,
  response: Response,
): Facts {
  const port = /:\d+$/.exec(request.headers.host ?? '')?.[0] ?? ''
  return {
    requestId: response.locals['requestId'] as string,
    cspNonce: response.locals['nonce'] as string,
    ip: request.ip ?? '',
    userAgent: request.headers['user-agent'] ?? null,
    origin: `${request.protocol}://${request.headers.host ?? ''}`,
    appOrigin: `${request.protocol}://app.${runtime.env.ROOT_DOMAIN}${port}`,
    // Behind a proxy that is not trusted the scheme is unknown: a public host is taken for https.
    isSecure: request.secure || !isLocalHost(runtime.env.ROOT_DOMAIN),
    preferences: readPreferences(request.headers.cookie, request.secure),
    services,
  }
}

function appContext(runtime: Runtime, request: Request, facts: Facts): AppContext {
  const { platform, directory, tenancy } = runtime
  const token = readSessionCookie(request.headers.cookie, 'app', facts.isSecure)
  const user = token ? findPlatformSession(platform, token) : undefined
  const { method, path: pathname } = request
  const decision = decide({ surface: 'app', method, pathname }, { user })
  return { ...facts, surface: 'app', platform, directory, tenancy, user, decision }
}

function portalContext(
  request: Request,
  facts: Facts,
  {
    entry,
    ...own
  }: HeldFile &
    Pick<PortalContext, 'billing' | 'flags' | 'news' | 'onboarding'> & { entry: DirectoryEntry },
): PortalContext {
  const { dataKey: _, ...tenant } = entry
  const { member, support } = findPortalPerson(facts.services.support, {
    ...{ tenantId: entry.id, db: own.db, cookies: request.headers.cookie },
    isSecure: facts.isSecure,
  })
  const { method, path: pathname } = request
  const asked = decide(
    { surface: 'portal', method, pathname },
    { member, support, flags: own.flags },
  )
  const decision =
    entry.status === 'suspended'
      ? decideSuspended(entry.suspendedBy, { method, pathname, member, asked })
      : asked
  return { ...facts, ...own, surface: 'portal', tenant, member, support, decision }
}
