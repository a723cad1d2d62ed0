import { eq } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { mailDate } from './date-mail.server.ts'
import { findOpenDate } from './find-date.server.ts'
import { keepLogo } from './logo.server.ts'
import { onboardingSessions } from './schema.server.ts'
import { findSession } from './sessions.server.ts'

/**
 * Calls setting a company up off. Who has a date to come in their calendar is told.
 *
 * @returns false out of reach, or when it is over
 */
export function cancelSession(
  platform: PlatformDb,
  user: PlatformActor,
  { id, at }: { id: number; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const open = findOpenDate(platform, id)
    if (!open || !findSession(platform, user, id)) return false
    const sequence = open.sequence + 1
    platform
      .update(onboardingSessions)
      .set({ state: 'cancelled', cancelledAt: at, updatedAt: at, sequence })
      .where(eq(onboardingSessions.id, id))
      .run()
    keepLogo(platform, id, { logo: null, at })
    const isToCome = open.scheduledAt !== null && open.scheduledAt > at
    // A date from before anybody was told of it is in nobody's calendar.
    if (isToCome && open.sequence > 0)
      mailDate(platform, { ...open, sequence, updatedAt: at }, { kind: 'cancelled' })
    return true
  })
}
