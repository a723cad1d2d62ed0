import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { notes } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { markConversationSeen } from '#app/domain/notifications/unread.server.ts'
import { inTransaction, prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { noteMentions as m } from './schema.server.ts'

/** How many messages are shown after a note that is looked for. */
const MESSAGES_AFTER = 10

const OF_NOTES = Symbol('mentions.ofNotes')
const UNREAD = Symbol('mentions.unread')

/** Whom a note names, as the note shows it. */
export type ShownMention = { memberId: number; name: string; isTold: boolean; isRead: boolean }

export type UnreadMention = { noteId: number; byName: string }

/** Who is named in which note, by the names they have now. */
export function listMentions(
  db: TenantDb,
  noteIds: number[],
): (ShownMention & { noteId: number })[] {
  if (noteIds.length === 0) return []
  return prepared(db, OF_NOTES, selectOfNotes)
    .all({ ids: JSON.stringify(noteIds) })
    .map(({ toldAt, readAt, ...row }) => ({
      ...{ ...row, isTold: toldAt !== null, isRead: readAt !== null },
    }))
}

/** The first note of a conversation that names this person and that they have not seen. */
export function findUnreadMention(
  db: TenantDb,
  memberId: number,
  conversationId: number,
): UnreadMention | undefined {
  return prepared(db, UNREAD, selectUnread).get({ memberId, conversationId })
}

/** Whoever has the conversation before them has seen who named them. @returns false out of reach */
export function markMentionsRead(db: TenantDb, actor: Actor, conversationId: number): boolean {
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return false
    const own = and(eq(m.conversationId, conversationId), eq(m.memberId, actor.id))
    const { changes } = db
      .update(m)
      .set({ readAt: Date.now() })
      .where(and(own, isNull(m.readAt)))
      .run()
    markConversationSeen(db, actor.id, conversationId)
    if (changes > 0)
      recordChange(db, 'conversation.changed', { conversationId, data: { readBy: actor.id } })
    return true
  })
}

/**
 * Where a note stands: the place before which a page of the thread must end to show it with
 * what followed, or none when it is on the newest page anyway.
 *
 * @returns undefined when there is no such note within reach
 */
export function findNotePlace(
  db: TenantDb,
  actor: Actor,
  { conversationId, noteId }: { conversationId: number; noteId: number },
): { before: { at: number; id: number } | undefined } | undefined {
  if (!findReachable(db, actor, conversationId)) return undefined
  const note = db
    .select({ at: notes.createdAt })
    .from(notes)
    .where(
      and(
        ...[eq(notes.id, noteId), eq(notes.conversationId, conversationId)],
        isNull(notes.deletedAt),
      ),
    )
    .get()
  if (!note) return undefined
  const after = sqliteOf(db)
    .prepare<[number, number, number], { at: number; id: number }>(
      `select sort_at as at, id from messages where conversation_id = ? and sort_at >= ?
       order by sort_at, id limit 1 offset ?`,
    )
    .get(conversationId, note.at, MESSAGES_AFTER)
  return { before: after }
}

function selectOfNotes(db: TenantDb) {
  return db
    .select({
      ...{ noteId: m.noteId, memberId: m.memberId, name: members.name },
      ...{ toldAt: m.toldAt, readAt: m.readAt },
    })
    .from(m)
    .innerJoin(members, eq(members.id, m.memberId))
    .where(sql`${m.noteId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .orderBy(asc(m.noteId), asc(members.name))
    .prepare()
}

function selectUnread(db: TenantDb) {
  return db
    .select({ noteId: m.noteId, byName: members.name })
    .from(m)
    .innerJoin(notes, and(eq(notes.id, m.noteId), isNull(notes.deletedAt)))
    .innerJoin(members, eq(members.id, notes.memberId))
    .where(
      and(
        eq(m.conversationId, sql.placeholder('conversationId')),
        eq(m.memberId, sql.placeholder('memberId')),
        isNull(m.readAt),
      ),
    )
    .orderBy(asc(m.at))
    .limit(1)
    .prepare()
}
