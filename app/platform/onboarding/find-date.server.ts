import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { onboardingSessions } from './schema.server.ts'
import type { OnboardingSession } from './sessions.server.ts'

/** A session that can still be met for: nobody called it off, and there is no company yet. */
export function findOpenDate(platform: PlatformDb, id: number): OnboardingSession | undefined {
  const { state, tenantId } = onboardingSessions
  return platform
    .select()
    .from(onboardingSessions)
    .where(
      and(
        ...[eq(onboardingSessions.id, id), isNull(tenantId)],
        inArray(state, ['scheduled', 'in_progress']),
      ),
    )
    .get()
}
