import { and, desc, eq } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { findProspect } from './find.server.ts'
import { reachableProspects } from './reach.server.ts'
import { prospectNotes, prospects, prospectStageChanges } from './schema.server.ts'

const SHOWN_MAX = 100
export const NOTE_CHARACTERS_MAX = 5_000

/** What was noted about a prospect and through which stages it went, newest first. */
export function tellProspect(platform: PlatformDb, user: PlatformActor, id: number) {
  const isReachable = and(eq(prospects.id, id), reachableProspects(user))
  const notes = platform
    .select({
      ...{ id: prospectNotes.id, text: prospectNotes.text, at: prospectNotes.createdAt },
      byName: platformUsers.name,
    })
    .from(prospectNotes)
    .innerJoin(prospects, eq(prospects.id, prospectNotes.prospectId))
    .leftJoin(platformUsers, eq(platformUsers.id, prospectNotes.userId))
    .where(isReachable)
    .orderBy(desc(prospectNotes.id))
    .limit(SHOWN_MAX)
    .all()
  const { fromStage, toStage, at } = prospectStageChanges
  const history = platform
    .select({
      ...{ id: prospectStageChanges.id, fromStage, toStage, at },
      ...{ reason: prospectStageChanges.reason, byName: platformUsers.name },
    })
    .from(prospectStageChanges)
    .innerJoin(prospects, eq(prospects.id, prospectStageChanges.prospectId))
    .leftJoin(platformUsers, eq(platformUsers.id, prospectStageChanges.byUserId))
    .where(isReachable)
    .orderBy(desc(prospectStageChanges.id))
    .limit(SHOWN_MAX)
    .all()
  return { notes, history }
}

export type NoteResult = { ok: true } | { ok: false; reason: 'not_found' | 'empty_note' }

export function noteProspect(
  platform: PlatformDb,
  user: PlatformActor,
  note: { id: number; text: string },
): NoteResult {
  return inPlatformTransaction(platform, (): NoteResult => {
    if (!findProspect(platform, user, note.id)) return { ok: false, reason: 'not_found' }
    const text = note.text.trim().slice(0, NOTE_CHARACTERS_MAX)
    if (text === '') return { ok: false, reason: 'empty_note' }
    const now = Date.now()
    platform
      .insert(prospectNotes)
      .values({ prospectId: note.id, userId: user.id, text, createdAt: now })
      .run()
    platform.update(prospects).set({ updatedAt: now }).where(eq(prospects.id, note.id)).run()
    return { ok: true }
  })
}
