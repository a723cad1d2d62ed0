import { can } from '#app/domain/members/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { letsSupportChange } from '#app/domain/support/rights.ts'
import type { Decision } from '../load-context.ts'

/** The way in and the way out of a visit itself. */
const OWN_DOOR = /^\/support(\/ending)?(\.data)?$/
/** What a page sends by itself, without anybody having pressed anything: it is left undone. */
const SIGN_OF_LIFE =
  /^\/presence(\/activity)?(\.data)?$|^\/conversations\/\d+\/(reads|viewing|typing|drafts)(\.data)?$/
/** What support never changes, whatever a company allows: deletions, who may see what, itself. */
const NEVER_CHANGED =
  /\/(deletion|erasure|removal|revocation|archival|exports?)(\.data)?$|^\/settings\/(support|retention|visibility|billing|api-keys|templates)(\/|\.data$|$)/

/**
 * What somebody who visits a company for support may do at an address. Pages are read with the
 * permissions of a visitor; pages of a person, which ask for none, have nobody they belong to.
 *
 * @param access what the route table asks for
 */
export function decideSupport(
  request: { method: string; pathname: string },
  access: string,
  { visitor, mayChange }: { visitor: SignedInMember; mayChange: boolean },
): Decision {
  const { method, pathname } = request
  if (OWN_DOOR.test(pathname)) return 'allow'
  const isRead = method === 'GET' || method === 'HEAD'
  if (isRead && access === 'anonymous') return 'go-home'
  if (isRead && access === 'signed-in') return isPersonal(pathname) ? 'support-refused' : 'allow'
  if (isRead && access === 'public') return 'allow'
  if (isRead) return can(visitor, access as Permission) ? 'allow' : 'support-refused'
  if (SIGN_OF_LIFE.test(pathname)) return 'support-ignored'
  const isAllowed = mayChange && letsSupportChange(access) && !NEVER_CHANGED.test(pathname)
  return isAllowed ? 'allow' : 'support-refused'
}

function isPersonal(pathname: string): boolean {
  return /^\/(profile|notifications|push-subscriptions)(\/|\.data$|$)/.test(pathname)
}
