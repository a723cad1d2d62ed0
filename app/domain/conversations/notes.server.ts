import { recordChange } from '#app/domain/changes/record.server.ts'
import { deleteDraft } from '#app/domain/drafts/save.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { recordMentions } from '#app/domain/mentions/mention.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { notes } from './schema.server.ts'

export const NOTE_LENGTH_MAX = 5_000

export type AddNoteResult =
  { ok: true; noteId: number } | { ok: false; reason: 'not_found' | 'empty_note' | 'note_too_long' }

/**
 * Adds a line for colleagues to a conversation, closed ones too. The customer never sees it; who
 * is named with an @ is told, if the conversation is within their reach.
 *
 * @param mentionIds those picked from the list of names, where two are called the same
 */
export function addNote(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  text: string,
  mentionIds: readonly number[] = [],
): AddNoteResult {
  const trimmed = text.trim()
  if (!trimmed) return { ok: false, reason: 'empty_note' }
  if (trimmed.length > NOTE_LENGTH_MAX) return { ok: false, reason: 'note_too_long' }
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const { id: noteId } = db
      .insert(notes)
      .values({ conversationId, memberId: actor.id, text: trimmed, createdAt: Date.now() })
      .returning({ id: notes.id })
      .get()
    recordMentions(db, actor, {
      ...{ id: noteId, conversationId, text: trimmed, chosenIds: mentionIds },
    })
    deleteDraft(db, actor, conversationId, 'note')
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, noteId }
  })
}
