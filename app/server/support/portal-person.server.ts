import { findSession } from '#app/domain/members/sessions.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { readSessionCookie } from '../cookies.server.ts'
import { toVisitor } from './service.server.ts'
import type { Support, SupportService } from './service.server.ts'

/** Who reads a company's pages: a member, or for as long as a visit lasts its visitor. */
export function findPortalPerson(
  supportService: SupportService,
  asked: { tenantId: string; db: TenantDb; cookies: string | undefined; isSecure: boolean },
): { member: SignedInMember | undefined; support: Support | undefined } {
  const { tenantId, db, cookies, isSecure } = asked
  const visit = readSessionCookie(cookies, 'support', isSecure)
  const support = visit ? supportService.find({ tenantId, db }, visit) : undefined
  if (support) return { member: toVisitor(support), support }
  const token = readSessionCookie(cookies, 'portal', isSecure)
  return { member: token ? findSession(db, token) : undefined, support: undefined }
}
