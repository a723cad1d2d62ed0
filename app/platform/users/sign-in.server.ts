import { eq } from 'drizzle-orm'
import { isPasswordRight } from '#app/credentials/passwords.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
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

type Client = { ip: string | null; userAgent: string | null }

/** The active platform user whose e-mail and password these are. Unknown ones take as long. */
export async function checkUserCredentials(
  platform: PlatformDb,
  email: string | undefined,
  password: string,
): Promise<PlatformUser | undefined> {
  const user = email === undefined ? undefined : findPlatformUserByEmail(platform, email)
  const hash = user?.status === 'active' ? user.passwordHash : null
  return (await isPasswordRight(hash, password)) ? user : undefined
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
