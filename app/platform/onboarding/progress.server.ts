import { eq, sql } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { keepLogo } from './logo.server.ts'
import type { Logo } from './logo.server.ts'
import { onboardingSessions, onboardingSteps } from './schema.server.ts'
import { answersOf } from './sessions.server.ts'
import type { OnboardingSession } from './sessions.server.ts'

/** How a step went: `ms` from the one before it to when it was first saved. */
export type StepProgress = { step: string; savedAt: number; isSkipped: boolean; ms: number }

export function listProgress(platform: PlatformDb, sessionId: number): StepProgress[] {
  return platform
    .select()
    .from(onboardingSteps)
    .where(eq(onboardingSteps.sessionId, sessionId))
    .all()
    .flatMap(({ step, openedAt, savedAt, isSkipped }) =>
      savedAt === null
        ? []
        : [{ step, savedAt, isSkipped: isSkipped === 1, ms: savedAt - openedAt }],
    )
}

/**
 * A step is done, or left for later; it goes on with `next`. Saved again it keeps its first time.
 *
 * @param done.fields kept as long as there is no company whose file could hold them
 */
export function noteStep(
  platform: PlatformDb,
  session: Pick<OnboardingSession, 'id'>,
  done: {
    step: string
    next: string
    isSkipped: boolean
    at: number
    fields?: Record<string, string>
    /** null takes it away, left out it stays */
    logo?: Logo | null
  },
): void {
  const { step, next, isSkipped, at, fields, logo } = done
  inPlatformTransaction(platform, () => {
    const row = platform
      .select()
      .from(onboardingSessions)
      .where(eq(onboardingSessions.id, session.id))
      .get()
    if (!row) return
    if (logo !== undefined) keepLogo(platform, row.id, { logo, at })
    const progress = listProgress(platform, row.id)
    const openedAt = Math.max(row.startedAt ?? at, ...progress.map(({ savedAt }) => savedAt))
    platform
      .insert(onboardingSteps)
      .values({ sessionId: row.id, step, openedAt, savedAt: at, isSkipped: isSkipped ? 1 : 0 })
      .onConflictDoUpdate({
        target: [onboardingSteps.sessionId, onboardingSteps.step],
        // What was done is not undone by passing it again.
        set: { isSkipped: sql`min(is_skipped, excluded.is_skipped)` },
      })
      .run()
    const answers = fields && JSON.stringify({ ...answersOf(row), [step]: fields })
    const isOver = row.state === 'completed' || row.state === 'cancelled'
    platform
      .update(onboardingSessions)
      .set({
        ...{ step: next, updatedAt: at, startedAt: row.startedAt ?? at },
        ...(answers && { answersJson: answers }),
        ...(!isOver && { state: 'in_progress' }),
      })
      .where(eq(onboardingSessions.id, row.id))
      .run()
  })
}

/** There is a company now, which goes on by itself. */
export function linkSession(
  platform: PlatformDb,
  session: Pick<OnboardingSession, 'id'>,
  { tenantId, name, at }: { tenantId: string; name: string; at: number },
): void {
  platform
    .update(onboardingSessions)
    .set({ tenantId, name, step: 'channels', updatedAt: at })
    .where(eq(onboardingSessions.id, session.id))
    .run()
}

/** What was said of a company lies in its own file now and no longer here. */
export function keepNoAnswers(platform: PlatformDb, session: Pick<OnboardingSession, 'id'>): void {
  inPlatformTransaction(platform, () => {
    keepLogo(platform, session.id, { logo: null, at: Date.now() })
    platform
      .update(onboardingSessions)
      .set({ answersJson: '{}' })
      .where(eq(onboardingSessions.id, session.id))
      .run()
  })
}

/** The company is ready. */
export function completeSession(
  platform: PlatformDb,
  session: Pick<OnboardingSession, 'id'>,
  at: number,
): void {
  platform
    .update(onboardingSessions)
    .set({
      ...{ state: 'completed', step: 'done', updatedAt: at },
      completedAt: sql`coalesce(completed_at, ${at})`,
    })
    .where(eq(onboardingSessions.id, session.id))
    .run()
}
