import { and, eq, sql } from 'drizzle-orm'
import type { Change, ChangeKind } from '#app/domain/changes/record.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor, Permission } from '#app/domain/members/permissions.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'

/** What of a change a page may be told: ids only, it asks for the rest. */
export type VisibleChange = {
  kind: ChangeKind
  conversationId?: number
  messageId?: number
  /** with `typing`: which side */
  typing?: 'contact' | 'member'
  /** with `typing` and `viewing`: which colleague */
  memberId?: number
}

const neededFor: Partial<Record<ChangeKind, Permission>> = {
  'endpoint.changed': 'endpoints.read',
  'knowledge.changed': 'knowledge.read',
  'contact.changed': 'contacts.read',
}

/** All conversations this person reaches now, when there is a limit to it. */
export function listReachableIds(db: TenantDb, actor: Actor): Set<number> | undefined {
  if (reachOf(db, actor).isEverything) return undefined
  const rows = db.select({ id: c.id }).from(c).where(reachable(db, actor)).all()
  return new Set(rows.map((row) => row.id))
}

/**
 * Sifts changes for one person, by what they reach at this moment. `known` are the
 * conversations they could see so far and is brought up to date.
 *
 * @returns what to tell, and which conversations have left their reach
 */
export function siftChanges(
  db: TenantDb,
  actor: Actor,
  changes: Change[],
  known: Set<number> | undefined,
): { visible: VisibleChange[]; gone: number[] } {
  const visible: VisibleChange[] = []
  const gone = new Set<number>()
  for (const change of changes) {
    if (!isFor(actor, change)) continue
    const { conversationId } = change
    if (conversationId === null) {
      if (change.kind !== 'contact.changed' || reachesContact(db, actor, change))
        visible.push({ kind: change.kind })
    } else if (!known || reaches(db, actor, conversationId)) {
      known?.add(conversationId)
      gone.delete(conversationId)
      visible.push(toVisible(change, conversationId))
    } else if (known.delete(conversationId)) gone.add(conversationId)
  }
  return { visible, gone: [...gone] }
}

function isFor(actor: Actor, change: Change): boolean {
  // Somebody's notifications are nobody else's business.
  if (change.kind.startsWith('notification.')) return change.data['memberId'] === actor.id
  const readBy = change.data['readBy']
  if (readBy !== undefined && readBy !== actor.id) return false
  // Nobody needs to be told that they are typing themselves.
  const isOfPresence = change.kind === 'typing' || change.kind === 'viewing'
  if (isOfPresence && change.data['memberId'] === actor.id) return false
  const permission = neededFor[change.kind]
  return permission === undefined || can(actor, permission)
}

function toVisible({ kind, data }: Change, conversationId: number): VisibleChange {
  const { messageId, by, memberId } = data
  return {
    ...{ kind, conversationId },
    ...(typeof messageId === 'number' && { messageId }),
    ...(kind === 'typing' && { typing: by === 'member' ? 'member' : 'contact' }),
    ...((kind === 'typing' || kind === 'viewing') && typeof memberId === 'number' && { memberId }),
  }
}

function reaches(db: TenantDb, actor: Actor, id: number): boolean {
  const statement = prepared(db, Symbol.for(`reaches:${reachOf(db, actor).key}`), () =>
    db
      .select({ id: c.id })
      .from(c)
      .where(and(eq(c.id, sql.placeholder('id')), reachable(db, actor, sql.placeholder('me'))))
      .prepare(),
  )
  return statement.get({ id, me: actor.id }) !== undefined
}

function reachesContact(db: TenantDb, actor: Actor, change: Change): boolean {
  if (reachOf(db, actor).isEverything) return true
  const contactId = Number(change.data['contactId'])
  const one = db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.contactId, contactId), reachable(db, actor)))
    .limit(1)
    .get()
  return one !== undefined
}
