import { getCompany } from '#app/domain/company/queries.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { listSupportPermissions } from '#app/domain/support/rights.ts'
import { beginVisit, endVisit, noteVisit } from '#app/domain/support/visits.server.ts'
import type { VisitNote } from '#app/domain/support/visits.server.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import {
  beginSupport,
  endSupport,
  enterSupport,
  findSupport,
  listLiveSupport,
} from '#app/platform/support/sessions.server.ts'
import type { SupportSession } from '#app/platform/support/sessions.server.ts'
import type { SignedInUser } from '#app/platform/users/sessions.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

/** Who is inside a company for support, and whether the company lets them change things. */
export type Support = SupportSession & { mayChange: boolean }

export type SupportService = ReturnType<typeof createSupportService>

type Place = { tenantId: string; db: TenantDb }

/** A page that is asked for again by itself is one view for so long. */
const SAME_VIEW_MS = 5 * 60_000

/** Visits of the platform's people to companies; each is written down on both sides. */
export function createSupportService(runtime: Runtime) {
  const { platform, env } = runtime
  const key = env.SESSION_SECRET
  const lastViews = new Map<number, { page: string; at: number }>()

  function begin(
    user: SignedInUser,
    visit: { tenantId: string; reason: string; minutes: number },
  ): string {
    return beginSupport(platform, user, { ...visit, key, at: Date.now() })
  }

  /** @param origin of the company's host. @returns the cookie's token and its life in seconds */
  function enter({ tenantId, db }: Place, ticket: string, origin: string) {
    const at = Date.now()
    const entered = enterSupport(platform, { tenantId, ticket, key, at })
    if (!entered) return undefined
    const { id, reason, enteredAt: startedAt, expiresAt } = entered.session
    beginVisit(db, visitorOf(entered.session), { id, reason, startedAt, expiresAt, origin })
    return { token: entered.token, maxAgeS: Math.ceil((expiresAt - at) / 1000) }
  }

  /** Asked at every request, so that whatever ends a visit ends it at once. */
  function find({ tenantId, db }: Place, token: string): Support | undefined {
    const session = findSupport(platform, { tenantId, token, key, at: Date.now() })
    return session && { ...session, mayChange: getCompany(db).supportMayChange === 1 }
  }

  function note(db: TenantDb, support: Support, note: VisitNote & { isRepeat?: boolean }): void {
    const { kind, page, isRepeat } = note
    const at = Date.now()
    const last = lastViews.get(support.id)
    if (isRepeat && last?.page === page && at - last.at < SAME_VIEW_MS) return
    if (kind === 'viewed') lastViews.set(support.id, { page, at })
    noteVisit(db, visitorOf(support), { id: support.id, kind, page })
    const by = { kind: 'user', ...visitorOf(support) } as const
    recordPlatformAudit(platform, by, {
      ...{ action: `support.${kind}`, tenantId: support.tenantId },
      details: { session: support.id, to: page },
    })
  }

  function leave(db: TenantDb, support: Support): void {
    const at = Date.now()
    const { tenantId, id } = support
    const by = { kind: 'user', ...visitorOf(support) } as const
    endSupport(platform, by, { tenantId, id, by: 'user', at })
    endVisit(db, { visitor: visitorOf(support) }, { id, at })
    lastViews.delete(id)
  }

  /** A member shows the visitor out. @returns false when nobody is there any more */
  function showOut({ tenantId, db }: Place, member: SignedInMember, id: number): boolean {
    const at = Date.now()
    const by = { kind: 'system', id: null, name: member.name } as const
    const hasEnded = endSupport(platform, by, { tenantId, id, by: 'company', at })
    return endVisit(db, { member }, { id, at }) && hasEnded
  }

  /** How companies reach support; empty where nobody said so. */
  function contact(): { email: string; phone: string } {
    const { supportEmail: email, supportPhone: phone } = readSettings(platform)
    return { email, phone }
  }

  const listLive = (tenantId: string) => listLiveSupport(platform, tenantId, Date.now())
  return { begin, enter, find, note, leave, showOut, listLive, contact }
}

/** The visitor as the portal's pages see whoever reads them: nobody of the company. */
export function toVisitor(support: Support): SignedInMember {
  const { userId, userName: name, userEmail: email, language, theme, mayChange } = support
  return {
    // No member has a number below zero, so nothing that belongs to a member is theirs.
    ...{ id: -userId, role: 'viewer', extra: listSupportPermissions(mayChange) },
    ...{ sessionId: 0, name, email, language, theme, sessionSeenAt: Date.now() },
  }
}

function visitorOf({ userId: id, userName: name }: SupportSession) {
  return { id, name }
}
