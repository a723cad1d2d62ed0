import { eq } from 'drizzle-orm'
import { checkPassword, hashPassword, isPasswordRight } from '#app/credentials/passwords.server.ts'
import type { PasswordCheck } from '#app/credentials/passwords.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import { getPlatformUser } from './find.server.ts'
import { revokePlatformSessions } from './sessions.server.ts'
import { findUserTokenBearer, revokeUserTokens, useUserToken } from './tokens.server.ts'

type Refused = Exclude<PasswordCheck, { ok: true }>

export async function isOwnUserPassword(
  platform: PlatformDb,
  userId: number,
  password: string,
): Promise<boolean> {
  return isPasswordRight(getPlatformUser(platform, userId).passwordHash, password)
}

/** A platform user changes the own password: every other session ends, every link dies. */
export async function changeUserPassword(
  platform: PlatformDb,
  user: { id: number; sessionId: number },
  passwords: { current: string; next: string },
): Promise<{ ok: true } | Refused | { ok: false; reason: 'password_wrong' }> {
  if (!(await isOwnUserPassword(platform, user.id, passwords.current))) {
    return { ok: false, reason: 'password_wrong' }
  }
  const check = checkPassword(passwords.next)
  if (!check.ok) return check
  const hash = await hashPassword(passwords.next)
  inPlatformTransaction(platform, () => setUserPassword(platform, user.id, hash, user.sessionId))
  return { ok: true }
}

/** Follows a reset link: a new password, and nobody stays signed in. */
export async function resetUserPassword(
  platform: PlatformDb,
  token: string,
  password: string,
): Promise<{ ok: true; userId: number } | Refused | { ok: false; reason: 'link_expired' }> {
  if (!findUserTokenBearer(platform, 'password_reset', token)) {
    return { ok: false, reason: 'link_expired' }
  }
  const check = checkPassword(password)
  if (!check.ok) return check
  const hash = await hashPassword(password)
  return inPlatformTransaction(platform, () => {
    const user = useUserToken(platform, 'password_reset', token)
    if (!user) return { ok: false, reason: 'link_expired' }
    setUserPassword(platform, user.id, hash)
    return { ok: true, userId: user.id }
  })
}

/** Writes a password's hash, in the caller's transaction; only the session named stays. */
export function setUserPassword(
  platform: PlatformDb,
  userId: number,
  passwordHash: string,
  keepSessionId?: number,
): void {
  platform
    .update(platformUsers)
    .set({ passwordHash, updatedAt: Date.now() })
    .where(eq(platformUsers.id, userId))
    .run()
  revokeUserTokens(platform, userId)
  revokePlatformSessions(platform, userId, keepSessionId)
  const actor = { kind: 'user', id: userId, name: getPlatformUser(platform, userId).name } as const
  recordPlatformAudit(platform, actor, { action: 'user.password_changed' })
}
