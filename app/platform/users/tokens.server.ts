import { and, eq, gt, isNull } from 'drizzle-orm'
import { bearerIdOf, hashLinkToken, makeLinkToken } from '#app/credentials/tokens.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformTokens } from '../schema.server.ts'
import { findPlatformUser } from './find.server.ts'
import type { PlatformUser } from './find.server.ts'

const HOUR_MS = 3_600_000

export type UserTokenKind = 'invitation' | 'password_reset'

export const USER_TOKEN_LIFETIME_MS: Record<UserTokenKind, number> = {
  invitation: 7 * 24 * HOUR_MS,
  password_reset: HOUR_MS,
}

/** A link's token for a platform user; the one of the same kind made before stops working. */
export function issueUserToken(
  platform: PlatformDb,
  user: PlatformUser,
  kind: UserTokenKind,
): string {
  const { token, hash } = makeLinkToken(user)
  const now = Date.now()
  revokeUserTokens(platform, user.id, kind)
  platform
    .insert(platformTokens)
    .values({
      ...{ tokenHash: hash, kind, userId: user.id, createdAt: now },
      expiresAt: now + USER_TOKEN_LIFETIME_MS[kind],
    })
    .run()
  return token
}

/** The person a token still works for: unexpired, unused, and nothing about them changed since. */
export function findUserTokenBearer(
  platform: PlatformDb,
  kind: UserTokenKind,
  token: string,
): PlatformUser | undefined {
  const user = findPlatformUser(platform, bearerIdOf(token) ?? 0)
  if (user?.status !== (kind === 'invitation' ? 'invited' : 'active')) return undefined
  const row = platform
    .select({ kind: platformTokens.kind })
    .from(platformTokens)
    .where(
      and(
        eq(platformTokens.tokenHash, hashLinkToken(token, user)),
        eq(platformTokens.kind, kind),
        eq(platformTokens.userId, user.id),
        isNull(platformTokens.usedAt),
        gt(platformTokens.expiresAt, Date.now()),
      ),
    )
    .get()
  return row && user
}

/** Uses a token up, in the caller's transaction. */
export function useUserToken(
  platform: PlatformDb,
  kind: UserTokenKind,
  token: string,
): PlatformUser | undefined {
  const user = findUserTokenBearer(platform, kind, token)
  if (!user) return undefined
  platform
    .update(platformTokens)
    .set({ usedAt: Date.now() })
    .where(eq(platformTokens.tokenHash, hashLinkToken(token, user)))
    .run()
  return user
}

/** Makes a person's links worthless, all or one kind. */
export function revokeUserTokens(platform: PlatformDb, userId: number, kind?: UserTokenKind): void {
  const own = eq(platformTokens.userId, userId)
  platform
    .delete(platformTokens)
    .where(kind ? and(own, eq(platformTokens.kind, kind)) : own)
    .run()
}
