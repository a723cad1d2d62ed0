import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, lt, ne, notLike } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformSessions, platformUsers } from '../schema.server.ts'
import type { PlatformRole } from './permissions.ts'

export const PLATFORM_SESSION_LIFETIME_MS = 14 * 24 * 3_600_000
const TOKEN_BYTES = 32

export type SignedInUser = {
  id: number
  sessionId: number
  name: string
  email: string
  role: PlatformRole
  language: 'en' | 'sw'
  theme: 'system' | 'light' | 'dark'
}

/** Starts a session. @returns the token for the cookie; only its hash is stored */
export function createPlatformSession(
  platform: PlatformDb,
  userId: number,
  client: { ip: string | null; userAgent: string | null },
): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  platform
    .insert(platformSessions)
    .values({
      ...{ tokenHash: hashPlatformToken(token), userId, createdAt: now, lastSeenAt: now },
      ...{ expiresAt: now + PLATFORM_SESSION_LIFETIME_MS, ip: client.ip },
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    })
    .run()
  return token
}

/** The person behind a cookie's token, only while active and not expired. */
export function findPlatformSession(platform: PlatformDb, token: string): SignedInUser | undefined {
  const row = platform
    .select({
      sessionId: platformSessions.id,
      id: platformUsers.id,
      name: platformUsers.name,
      email: platformUsers.email,
      role: platformUsers.role,
      language: platformUsers.language,
      theme: platformUsers.theme,
    })
    .from(platformSessions)
    .innerJoin(platformUsers, eq(platformUsers.id, platformSessions.userId))
    .where(
      and(
        eq(platformSessions.tokenHash, hashPlatformToken(token)),
        gt(platformSessions.expiresAt, Date.now()),
        eq(platformUsers.status, 'active'),
      ),
    )
    .get()
  if (!row) return undefined
  return {
    ...row,
    language: row.language === 'sw' ? 'sw' : 'en',
    theme: row.theme === 'light' || row.theme === 'dark' ? row.theme : 'system',
  }
}

/** Sessions that have not ended, the last used first. Waiting ones are left out. */
export function listPlatformSessions(platform: PlatformDb, userId: number) {
  return platform
    .select()
    .from(platformSessions)
    .where(
      and(
        eq(platformSessions.userId, userId),
        gt(platformSessions.expiresAt, Date.now()),
        notLike(platformSessions.tokenHash, '%.%'),
      ),
    )
    .orderBy(desc(platformSessions.lastSeenAt))
    .all()
}

/** Ends one of a person's own sessions. @returns false when there is no such session */
export function revokePlatformSession(platform: PlatformDb, userId: number, id: number): boolean {
  return (
    platform
      .delete(platformSessions)
      .where(and(eq(platformSessions.id, id), eq(platformSessions.userId, userId)))
      .run().changes > 0
  )
}

/** Ends all of a person's sessions, or all but one. */
export function revokePlatformSessions(platform: PlatformDb, userId: number, exceptId = 0): void {
  platform
    .delete(platformSessions)
    .where(and(eq(platformSessions.userId, userId), ne(platformSessions.id, exceptId)))
    .run()
}

export function prunePlatformSessions(platform: PlatformDb): void {
  platform.delete(platformSessions).where(lt(platformSessions.expiresAt, Date.now())).run()
}

export function hashPlatformToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
