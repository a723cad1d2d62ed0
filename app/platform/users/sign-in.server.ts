import { and, eq, gt } from 'drizzle-orm'
import { isPasswordRight } from '#app/credentials/passwords.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformAuditLog, platformUsers } from '../schema.server.ts'
import { findPlatformUserByEmail, getPlatformUser } from './find.server.ts'
import type { PlatformUser } from './find.server.ts'
import { createPlatformSession } from './sessions.server.ts'
import { passUserSecondFactor } from './two-factor.server.ts'
import type { Users } from './two-factor.server.ts'
import {
  findWaitingUserSession,
  pickUpUserSession,
  startWaitingUserSession,
} from './waiting-sessions.server.ts'

/** A door that stays shut is noted once in this time. */
const LOCKED_OUT_EVERY_MS = 15 * 60_000

type Client = { ip: string | null; userAgent: string | null }

/** The active platform user whose e-mail and password these are. Unknown ones take as long. */
export async function checkUserCredentials(
  platform: PlatformDb,
  email: string | undefined,
  password: string,
): Promise<PlatformUser | undefined> {
  const user = email === undefined ? undefined : findPlatformUserByEmail(platform, email)
  const hash = user?.status === 'active' ? user.passwordHash : null
  if (await isPasswordRight(hash, password)) return user
  if (user) noteFailure(platform, user.id, 'user.sign_in_failed')
  return undefined
}

/** Too many attempts for an account: it takes no more for a while. Noted once in that time. */
export function noteUserLockedOut(platform: PlatformDb, email: string | undefined): void {
  const user = email === undefined ? undefined : findPlatformUserByEmail(platform, email)
  if (user) noteFailure(platform, user.id, 'user.locked_out')
}

/** After the password: a session, or one that waits for the second step. */
export function signInUser(
  platform: PlatformDb,
  userId: number,
  client: Client,
): { step: 'session' | 'second_step'; token: string } {
  return inPlatformTransaction(platform, () => {
    if (hasSecondFactor(getPlatformUser(platform, userId))) {
      return { step: 'second_step', token: startWaitingUserSession(platform, userId, client) }
    }
    noteSignIn(platform, userId)
    return { step: 'session', token: createPlatformSession(platform, userId, client) }
  })
}

/** The second step. @returns the session's token, or undefined when code or waiting are no good */
export function finishUserSignIn(
  users: Users,
  waitingToken: string,
  code: string,
): string | undefined {
  const { platform } = users
  return inPlatformTransaction(platform, () => {
    const userId = findWaitingUserSession(platform, waitingToken)
    if (userId === undefined || !passUserSecondFactor(users, userId, code)) return undefined
    noteSignIn(platform, userId)
    return pickUpUserSession(platform, waitingToken)
  })
}

/** Waits for no disk, so that known accounts answer as fast as unknown ones. */
function noteFailure(platform: PlatformDb, id: number, action: string): void {
  const actor = { kind: 'system', id: null, name: '' } as const
  withoutFlush(platformSqliteOf(platform), () =>
    inPlatformTransaction(platform, () => {
      const isRepeat = action === 'user.locked_out' && wasLockedOutLately(platform, id)
      if (!isRepeat) recordPlatformAudit(platform, actor, { action, details: { id } })
    }),
  )
}

function wasLockedOutLately(platform: PlatformDb, id: number): boolean {
  const { action, at, detailsJson } = platformAuditLog
  const lately = gt(at, Date.now() - LOCKED_OUT_EVERY_MS)
  const same = and(eq(action, 'user.locked_out'), eq(detailsJson, JSON.stringify({ id })))
  return Boolean(platform.select({ at }).from(platformAuditLog).where(and(lately, same)).get())
}

function noteSignIn(platform: PlatformDb, userId: number): void {
  const { name } = getPlatformUser(platform, userId)
  platform
    .update(platformUsers)
    .set({ lastSignInAt: Date.now() })
    .where(eq(platformUsers.id, userId))
    .run()
  const actor = { kind: 'user', id: userId, name } as const
  recordPlatformAudit(platform, actor, { action: 'user.signed_in' })
}
