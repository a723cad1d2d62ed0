import { and, asc, eq, ne } from 'drizzle-orm'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { toActor } from '#app/domain/members/find.server.ts'
import type { Member } from '#app/domain/members/find.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMentions } from './names.ts'
import type { Named } from './names.ts'
import { noteMentions } from './schema.server.ts'

const OFFERED_MAX = 8

export type MentionOffer = Named & { title: string }

/**
 * Colleagues who can be mentioned in a conversation: those who see it themselves, for a mention
 * gives no reach.
 *
 * @returns undefined when the asker cannot reach the conversation
 */
export function offerMentions(
  db: TenantDb,
  actor: Actor,
  { conversationId, q }: { conversationId: number; q: string },
): MentionOffer[] | undefined {
  if (!findReachable(db, actor, conversationId)) return undefined
  const start = q.trim().toLowerCase()
  return listOthers(db, actor)
    .filter((member) => startsWith(member.name, start))
    .filter((member) => findReachable(db, toActor(member), conversationId))
    .slice(0, OFFERED_MAX)
    .map(({ id, name, title }) => ({ id, name, title }))
}

/**
 * Writes down whom a note names, in the caller's transaction. Who sees the conversation is told;
 * who does not is not, and the note says so. Should it become theirs, the mention is there.
 *
 * @param note.chosenIds those picked from the list, where a name alone leaves a doubt
 */
export function recordMentions(
  db: TenantDb,
  actor: Actor,
  note: { id: number; conversationId: number; text: string; chosenIds: readonly number[] },
): void {
  if (!note.text.includes('@')) return
  const { id: noteId, conversationId, text, chosenIds } = note
  const seesIt = new Map<number, boolean>()
  const sees = (member: Member) => {
    const known = seesIt.get(member.id)
    if (known !== undefined) return known
    const answer = findReachable(db, toActor(member), conversationId) !== undefined
    seesIt.set(member.id, answer)
    return answer
  }
  const isNamed = (member: Member) => findMentions(text, [member]).length > 0
  const rank = (member: Member) => (chosenIds.includes(member.id) ? 0 : sees(member) ? 1 : 2)
  const others = listOthers(db, actor)
  const near = others.filter(isNamed).sort((a, b) => rank(a) - rank(b))
  const people = [...near, ...others.filter((member) => !near.includes(member))]
  const named = new Set(findMentions(text, people).map((mention) => mention.memberId))
  const now = Date.now()
  const told: number[] = []
  for (const member of near.filter(({ id }) => named.has(id))) {
    if (sees(member)) told.push(member.id)
    const row = { noteId, memberId: member.id, conversationId, at: now }
    db.insert(noteMentions)
      .values({ ...row, toldAt: sees(member) ? now : null })
      .run()
  }
  notify(db, {
    ...{ kind: 'mention', memberIds: told, conversationId, dedupeKey: `mention:${noteId}` },
    data: { by: actor.id, noteId },
  })
}

function listOthers(db: TenantDb, actor: Actor): Member[] {
  return db
    .select()
    .from(members)
    .where(and(eq(members.status, 'active'), ne(members.id, actor.id)))
    .orderBy(asc(members.name), asc(members.id))
    .all()
}

/** Any of the words of a name may be begun, or the whole of it. */
function startsWith(name: string, start: string): boolean {
  const low = name.toLowerCase()
  return low.startsWith(start) || low.split(/\s+/).some((word) => word.startsWith(start))
}
