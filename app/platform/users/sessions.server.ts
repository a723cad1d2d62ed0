import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformSessions, platformUsers } from '../schema.server.ts'
import type { PlatformRole } from './permissions.ts'

const SESSION_LIFETIME_MS = 14 * 24 * 3_600_000
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
      ...{ tokenHash: hashOf(token), userId, createdAt: now, lastSeenAt: now },
      ...{ expiresAt: now + SESSION_LIFETIME_MS, ip: client.ip },
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
        eq(platformSessions.tokenHash, hashOf(token)),
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

export function listPlatformSessions(platform: PlatformDb, userId: number) {
  return platform
    .select()
    .from(platformSessions)
    .where(and(eq(platformSessions.userId, userId), gt(platformSessions.expiresAt, Date.now())))
    .orderBy(desc(platformSessions.lastSeenAt))
    .all()
}

export function revokePlatformSession(platform: PlatformDb, userId: number, id: number): boolean {
  return (
    platform
      .delete(platformSessions)
      .where(and(eq(platformSessions.id, id), eq(platformSessions.userId, userId)))
      .run().changes > 0
  )
}

export function revokePlatformSessions(platform: PlatformDb, userId: number, exceptId = 0): void {
  platform
    .delete(platformSessions)
    .where(and(eq(platformSessions.userId, userId), ne(platformSessions.id, exceptId)))
    .run()
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
