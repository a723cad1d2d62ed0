import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformSessions, platformUsers } from '../schema.server.ts'
import { hashPlatformToken, PLATFORM_SESSION_LIFETIME_MS } from './sessions.server.ts'

const TOKEN_BYTES = 32
/** How long a session may wait for the second step. */
const SECOND_STEP_MS = 10 * 60_000

/**
 * A session after the password and before the second step. Its stored hash has a prefix that no
 * session cookie can ever match; whatever ends the person's sessions ends it, too.
 *
 * @returns the token that picks it up
 */
export function startWaitingUserSession(
  platform: PlatformDb,
  userId: number,
  client: { ip: string | null; userAgent: string | null },
): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  platform
    .insert(platformSessions)
    .values({
      ...{ tokenHash: waitingHash(token), userId, createdAt: now, lastSeenAt: now },
      ...{ expiresAt: now + SECOND_STEP_MS, ip: client.ip },
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    })
    .run()
  return token
}

/** Whose session waits behind a token; only an active person's. */
export function findWaitingUserSession(platform: PlatformDb, token: string): number | undefined {
  return platform
    .select({ userId: platformSessions.userId })
    .from(platformSessions)
    .innerJoin(platformUsers, eq(platformUsers.id, platformSessions.userId))
    .where(and(isWaiting(token), eq(platformUsers.status, 'active')))
    .get()?.userId
}

/** Turns a waiting session into a real one, once. @returns the cookie's token */
export function pickUpUserSession(platform: PlatformDb, token: string): string | undefined {
  const sessionToken = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  const { changes } = platform
    .update(platformSessions)
    .set({
      tokenHash: hashPlatformToken(sessionToken),
      ...{ createdAt: now, lastSeenAt: now, expiresAt: now + PLATFORM_SESSION_LIFETIME_MS },
    })
    .where(isWaiting(token))
    .run()
  return changes > 0 ? sessionToken : undefined
}

function isWaiting(token: string) {
  const hash = eq(platformSessions.tokenHash, waitingHash(token))
  return and(hash, gt(platformSessions.expiresAt, Date.now()))
}

function waitingHash(token: string): string {
  return `second_step.${hashPlatformToken(token)}`
}
