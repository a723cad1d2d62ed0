import { getCompany } from '#app/domain/company/queries.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { listSupportPermissions } from '#app/domain/support/rights.ts'
import { beginVisit, endVisit, noteVisit } from '#app/domain/support/visits.server.ts'
import type { VisitNote } from '#app/domain/support/visits.server.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import type { PlatformAuditActor } from '#app/platform/audit/record.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import {
  beginSupport,
  endSupport,
  enterSupport,
  findSupport,
  findSupportEnd,
  listAllowedSupport,
} from '#app/platform/support/sessions.server.ts'
import type { SupportEnd, SupportSession } from '#app/platform/support/sessions.server.ts'
import { listLostVisits } from '#app/platform/support/visits.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
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
    endVisit(db, { id, at, by: 'user', who: visitorOf(support) })
    lastViews.delete(id)
  }

  /** A member shows the visitor out. @returns false when nobody is there any more */
  function showOut({ tenantId, db }: Place, member: SignedInMember, id: number): boolean {
    const at = Date.now()
    const by = { kind: 'system', id: null, name: member.name } as const
    const hasEnded = endSupport(platform, by, { tenantId, id, by: 'company', at })
    return (
      endVisit(db, { id, at, by: 'company', who: { id: member.id, name: member.name } }) && hasEnded
    )
  }

  /** How companies reach support; empty where nobody said so. */
  function contact(): { email: string; phone: string } {
    const { supportEmail: email, supportPhone: phone } = readSettings(platform)
    return { email, phone }
  }

  const listLive = (tenantId: string) =>
    listAllowedSupport(platform, { tenantId, at: Date.now() }).map(({ id }) => id)
  return {
    ...{ begin, enter, find, note, leave, showOut, listLive, contact },
    ...createRevocation(runtime),
    /** who ended the visit behind a cookie, if somebody did */
    findEnd: (tenantId: string, token: string): SupportEnd | undefined =>
      findSupportEnd(platform, { tenantId, token, key }),
  }
}

/** Visits that the platform ends: in its own list and in the company's file. */
function createRevocation({ platform, directory, tenancy, log }: Runtime) {
  async function end(
    visit: { tenantId: string; id: number; by: 'user' | 'platform' },
    actors: { platform: PlatformAuditActor; company: { id: number | null; name: string } },
  ): Promise<boolean> {
    const { tenantId, id, by } = visit
    const at = Date.now()
    const entry = directory.findById(tenantId)
    // The company's file first: what breaks off in between is found again.
    if (entry)
      await tenancy.withTenant(entry, (db) => endVisit(db, { id, at, by, who: actors.company }))
    return endSupport(platform, actors.platform, { tenantId, id, by, at })
  }

  /** Somebody of the platform ends a visit. @returns false when it had ended before */
  async function revoke(
    actor: PlatformActor,
    { tenantId, id }: { tenantId: string; id: number },
  ): Promise<boolean> {
    if (
      !listAllowedSupport(platform, { tenantId, at: Date.now() }).some((visit) => visit.id === id)
    )
      return false
    const { name } = actor
    return end(
      { tenantId, id, by: 'platform' },
      { platform: { kind: 'user', id: actor.id, name }, company: { id: actor.id, name } },
    )
  }

  /** Writes down visits of people who were taken their access, or who signed out meanwhile. */
  async function settleLost(): Promise<void> {
    for (const { by, userId, userName, ...visit } of listLostVisits(platform, Date.now())) {
      const who = by === 'user' ? { id: userId, name: userName } : { id: null, name: 'Baraza' }
      const kind = by === 'user' ? 'user' : 'system'
      try {
        await end({ ...visit, by }, { platform: { kind, ...who }, company: who })
      } catch (err) {
        log.warn({ surface: 'support', tenant: visit.tenantId, err }, 'visit could not be ended')
      }
    }
  }

  return { revoke, settleLost }
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
