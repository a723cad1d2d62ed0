import { eq } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { findProspect } from './find.server.ts'
import { prospects, prospectStageChanges } from './schema.server.ts'
import { isEnded } from './stages.ts'
import type { ProspectStage } from './stages.ts'

export type MoveProspectResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'reason_required' | 'is_client' }

/**
 * Moves a prospect to a stage. What ends it needs the reason; one that has become a company
 * stays won.
 */
export function moveProspect(
  platform: PlatformDb,
  user: PlatformActor,
  move: { id: number; stage: ProspectStage; reason?: string },
): MoveProspectResult {
  const { id, stage, reason = '' } = move
  return inPlatformTransaction(platform, (): MoveProspectResult => {
    const prospect = findProspect(platform, user, id)
    if (!prospect) return { ok: false, reason: 'not_found' }
    if (isEnded(stage) && reason === '') return { ok: false, reason: 'reason_required' }
    if (prospect.tenantId !== null && stage !== 'won') return { ok: false, reason: 'is_client' }
    const now = Date.now()
    const hasMoved = stage !== prospect.stage
    platform
      .update(prospects)
      .set({
        ...{ stage, updatedAt: now, reason: isEnded(stage) ? reason : '' },
        ...(hasMoved && { stageChangedAt: now }),
        ...(isEnded(stage) && { nextAction: '', nextActionAt: null }),
      })
      .where(eq(prospects.id, id))
      .run()
    if (hasMoved)
      platform
        .insert(prospectStageChanges)
        .values({
          ...{ prospectId: id, fromStage: prospect.stage, toStage: stage, at: now },
          ...{ byUserId: user.id, reason: isEnded(stage) ? reason : '' },
        })
        .run()
    return { ok: true }
  })
}
