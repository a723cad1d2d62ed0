import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, lt, ne, notLike, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Actor, Permission } from './permissions.ts'
import { members, memberSessions } from './schema.server.ts'

export const SESSION_LIFETIME_MS = 30 * 24 * 3_600_000
const TOKEN_BYTES = 32
/** A session's last-seen time is written at most this often, by POST requests only. */
const SEEN_EVERY_MS = 5 * 60_000

/** A signed-in member, as pages and rules know one. */
export type SignedInMember = Actor & {
  sessionId: number
  name: string
  email: string
  language: 'en' | 'sw'
  theme: 'system' | 'light' | 'dark'
  sessionSeenAt: number
}

export type Client = { ip: string | null; userAgent: string | null }

/** Starts a session. @returns the token for the cookie; only its hash is stored */
export function createSession(db: TenantDb, memberId: number, client: Client): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  db.insert(memberSessions)
    .values({
      ...{ tokenHash: hashToken(token), memberId, createdAt: now, lastSeenAt: now },
      ...{ expiresAt: now + SESSION_LIFETIME_MS, ip: client.ip },
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    })
    .run()
  return token
}

const FIND = Symbol('sessions.find')

/** The member behind a cookie's token: only an active one with a session that has not ended. */
export function findSession(db: TenantDb, token: string): SignedInMember | undefined {
  const row = prepared(db, FIND, selectSession).get({
    tokenHash: hashToken(token),
    now: Date.now(),
  })
  if (!row) return undefined
  const { permissionsJson, ...member } = row
  return {
    ...member,
    extra: JSON.parse(permissionsJson) as Permission[],
    language: member.language === 'sw' ? 'sw' : 'en',
    theme: member.theme === 'light' || member.theme === 'dark' ? member.theme : 'system',
  }
}

/** Sessions that have not ended, the last used first. Waiting ones (see there) are left out. */
export function listSessions(db: TenantDb, memberId: number) {
  return db
    .select()
    .from(memberSessions)
    .where(
      and(
        eq(memberSessions.memberId, memberId),
        gt(memberSessions.expiresAt, Date.now()),
        notLike(memberSessions.tokenHash, '%.%'),
      ),
    )
    .orderBy(desc(memberSessions.lastSeenAt))
    .all()
}

/** Ends one of a member's own sessions. @returns false when there is no such session */
export function revokeSession(db: TenantDb, memberId: number, sessionId: number): boolean {
  return (
    db
      .delete(memberSessions)
      .where(and(eq(memberSessions.id, sessionId), eq(memberSessions.memberId, memberId)))
      .run().changes > 0
  )
}

/** Ends all of a member's sessions, or all but one. */
export function revokeSessions(db: TenantDb, memberId: number, exceptId = 0): void {
  db.delete(memberSessions)
    .where(and(eq(memberSessions.memberId, memberId), ne(memberSessions.id, exceptId)))
    .run()
}

/** Notes that a session is in use. Called on writes only: a page view must not write. */
export function touchSession(db: TenantDb, member: SignedInMember): void {
  const now = Date.now()
  if (now - member.sessionSeenAt < SEEN_EVERY_MS) return
  db.update(memberSessions)
    .set({ lastSeenAt: now })
    .where(eq(memberSessions.id, member.sessionId))
    .run()
}

export function pruneSessions(db: TenantDb): void {
  db.delete(memberSessions).where(lt(memberSessions.expiresAt, Date.now())).run()
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function selectSession(db: TenantDb) {
  return db
    .select({
      sessionId: memberSessions.id,
      sessionSeenAt: memberSessions.lastSeenAt,
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      permissionsJson: members.permissionsJson,
      language: members.language,
      theme: members.theme,
    })
    .from(memberSessions)
    .innerJoin(members, eq(members.id, memberSessions.memberId))
    .where(
      and(
        eq(memberSessions.tokenHash, sql.placeholder('tokenHash')),
        gt(memberSessions.expiresAt, sql.placeholder('now')),
        eq(members.status, 'active'),
      ),
    )
    .prepare()
}
