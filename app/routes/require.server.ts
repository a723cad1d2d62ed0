import type { AppLoadContext } from '@remix-run/server-runtime'
import { can } from '#app/domain/members/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import type { PlatformPermission } from '#app/platform/users/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { SignedInUser } from '#app/platform/users/sessions.server.ts'
import type { AppContext, PortalContext } from '#app/server/load-context.ts'

export type MemberContext = PortalContext & { member: SignedInMember }
export type UserContext = AppContext & { user: SignedInUser }

/** The portal's context. @throws Response 404 on another surface */
export function toPortal(context: AppLoadContext): PortalContext {
  if (context.baraza.surface !== 'portal') throw new Response(null, { status: 404 })
  return context.baraza
}

/** The app host's context. @throws Response 404 on another surface */
export function toApp(context: AppLoadContext): AppContext {
  if (context.baraza.surface !== 'app') throw new Response(null, { status: 404 })
  return context.baraza
}

/**
 * A signed-in member who may do this. The route table is enforced before any loader runs; this
 * states the same to the type system and to whoever reads the route.
 *
 * @throws Response 401 or 403
 */
export function requireMember(context: AppLoadContext, permission?: Permission): MemberContext {
  const portal = toPortal(context)
  if (!portal.member) throw new Response(null, { status: 401 })
  if (permission && !can(portal.member, permission)) throw new Response(null, { status: 403 })
  return portal as MemberContext
}

/** A signed-in platform user who may do this. @throws Response 401 or 403 */
export function requireUser(context: AppLoadContext, permission?: PlatformPermission): UserContext {
  const app = toApp(context)
  if (!app.user) throw new Response(null, { status: 401 })
  if (permission && !platformCan(app.user.role, permission))
    throw new Response(null, { status: 403 })
  return app as UserContext
}
