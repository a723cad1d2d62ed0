import { and, desc, eq, lt, ne, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { findProspect } from '../sales/find.server.ts'
import { reachableSessions } from '../sales/reach.server.ts'
import { platformUsers, tenants } from '../schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { onboardingSessions } from './schema.server.ts'
import type { OnboardingState } from './schema.server.ts'

export const SESSIONS_PAGE_ROWS = 30

export type OnboardingSession = typeof onboardingSessions.$inferSelect
/** step → its fields as they were saved */
export type Answers = Record<string, Record<string, string>>

export function findSession(
  platform: PlatformDb,
  user: PlatformActor,
  id: number,
): OnboardingSession | undefined {
  return platform
    .select()
    .from(onboardingSessions)
    .where(and(eq(onboardingSessions.id, id), reachableSessions(user)))
    .get()
}

/** That of a prospect which was not called off. Whose the prospect is was asked before. */
export function findProspectSession(
  platform: PlatformDb,
  prospectId: number,
): OnboardingSession | undefined {
  const { prospectId: of, state } = onboardingSessions
  return platform
    .select()
    .from(onboardingSessions)
    .where(and(eq(of, prospectId), ne(state, 'cancelled')))
    .get()
}

/** That of a company, for the company itself. */
export function findTenantSession(
  platform: PlatformDb,
  tenantId: string,
): OnboardingSession | undefined {
  return platform
    .select()
    .from(onboardingSessions)
    .where(eq(onboardingSessions.tenantId, tenantId))
    .get()
}

export type BeginResult =
  { ok: true; id: number } | { ok: false; reason: 'not_found' | 'onboarding_early' | 'is_client' }

/**
 * A rep begins with a prospect who negotiates or is won, or goes on where they were.
 *
 * @param begin.scheduledAt for later, UTC ms
 */
export function beginSession(
  platform: PlatformDb,
  user: PlatformActor,
  begin: { prospectId: number; scheduledAt?: number; at: number },
): BeginResult {
  const { prospectId, scheduledAt, at } = begin
  return inPlatformTransaction(platform, (): BeginResult => {
    const prospect = findProspect(platform, user, prospectId)
    if (!prospect) return { ok: false, reason: 'not_found' }
    const known = findProspectSession(platform, prospectId)
    if (known) return { ok: true, id: known.id }
    if (prospect.tenantId !== null) return { ok: false, reason: 'is_client' }
    if (prospect.stage !== 'negotiating' && prospect.stage !== 'won')
      return { ok: false, reason: 'onboarding_early' }
    const { id } = platform
      .insert(onboardingSessions)
      .values({
        ...{ prospectId, repId: prospect.repId ?? user.id, name: prospect.name, step: 'business' },
        state: scheduledAt === undefined ? 'in_progress' : 'scheduled',
        ...{ scheduledAt: scheduledAt ?? null, startedAt: scheduledAt === undefined ? at : null },
        ...{ createdAt: at, updatedAt: at },
      })
      .returning({ id: onboardingSessions.id })
      .get()
    return { ok: true, id }
  })
}

/** A company that signed up by itself is on its way from then on. */
export function beginOwnSession(
  platform: PlatformDb,
  { tenantId, name, at }: { tenantId: string; name: string; at: number },
): void {
  platform
    .insert(onboardingSessions)
    .values({
      ...{ tenantId, name, state: 'in_progress', step: 'business' },
      ...{ startedAt: at, createdAt: at, updatedAt: at },
    })
    .onConflictDoNothing()
    .run()
}

export function answersOf(session: Pick<OnboardingSession, 'answersJson'>): Answers {
  return JSON.parse(session.answersJson) as Answers
}

type Edge = { updatedAt: number; id: number }

/** Newest change first, 30 a page. @param filter.before id of the last row shown */
export function listSessions(
  platform: PlatformDb,
  user: PlatformActor,
  filter: { state?: OnboardingState; repId?: number; search?: string; before?: number } = {},
) {
  const { state, repId, search, before } = filter
  const edge = before === undefined ? undefined : findSession(platform, user, before)
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const found = platform
    .select({
      ...{ id: onboardingSessions.id, name: onboardingSessions.name },
      ...{ state: onboardingSessions.state, step: onboardingSessions.step },
      ...{ scheduledAt: onboardingSessions.scheduledAt, startedAt: onboardingSessions.startedAt },
      ...{ completedAt: onboardingSessions.completedAt, updatedAt: onboardingSessions.updatedAt },
      ...{ tenantId: onboardingSessions.tenantId, slug: tenants.slug },
      repName: platformUsers.name,
    })
    .from(onboardingSessions)
    .leftJoin(platformUsers, eq(platformUsers.id, onboardingSessions.repId))
    .leftJoin(tenants, eq(tenants.id, onboardingSessions.tenantId))
    .where(
      and(
        // What somebody tries in a demo is not on its way.
        sql`not exists (select 1 from tenants where id = tenant_id and demo_of is not null)`,
        reachableSessions(user),
        state && eq(onboardingSessions.state, state),
        repId === undefined ? undefined : eq(onboardingSessions.repId, repId),
        part ? sql`${onboardingSessions.name} like ${part} escape '\\'` : undefined,
        edge && isBelow(edge),
      ),
    )
    .orderBy(desc(onboardingSessions.updatedAt), desc(onboardingSessions.id))
    .limit(SESSIONS_PAGE_ROWS + 1)
    .all()
  const rows = found.slice(0, SESSIONS_PAGE_ROWS)
  return { rows, next: found.length > rows.length ? rows.at(-1)?.id : undefined }
}

function isBelow({ updatedAt, id }: Edge): SQL | undefined {
  return or(
    lt(onboardingSessions.updatedAt, updatedAt),
    and(eq(onboardingSessions.updatedAt, updatedAt), lt(onboardingSessions.id, id)),
  )
}
