import { and, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { reachableContacts } from '#app/domain/contacts/list.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable, reachOf } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { notifications as n } from './schema.server.ts'

/** Counting stops here: a bell says 99+. */
const COUNTED_MAX = 100
const KEPT_MS = 90 * 24 * 3_600_000

/**
 * What a person has not read yet, at most 100. Reach is asked now: what has left it, is not
 * counted, whatever it was when it was told.
 */
export function countUnread(db: TenantDb, actor: Actor): number {
  const key = Symbol.for(`notifications.unread:${reachOf(db, actor).key}`)
  const statement = prepared(db, key, () =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(select 1 from ${n} where ${and(
          sql`${n.memberId} = ${sql.placeholder('me')}`,
          ...[isNull(n.readAt), eq(n.inApp, 1)],
          inReach(db, actor, sql.placeholder('me')),
        )} limit ${sql.raw(String(COUNTED_MAX))})`,
      )
      .prepare(),
  )
  return statement.get({ me: actor.id })?.count ?? 0
}

/** A condition on notifications: their subject is within reach, or they have none. */
export function inReach(
  db: TenantDb,
  actor: Actor,
  me: number | Placeholder = actor.id,
): SQL | undefined {
  const reach = reachable(db, actor, me)
  const conversation = sql`exists (select 1 from ${conversations}
    where ${conversations.id} = ${n.conversationId} and ${reach})`
  // Who reaches everything reaches contacts without a conversation too.
  const contact = reachOf(db, actor).isEverything
    ? sql`1`
    : sql`exists (select 1 from ${conversations}
    where ${conversations.contactId} = ${n.contactId} and ${reach})`
  return sql`case when ${n.conversationId} is not null then ${conversation}
    when ${n.contactId} is not null then ${contact} else 1 end`
}

/** Whether what one notification is about is within this person's reach now. */
export function isInReach(
  db: TenantDb,
  actor: Actor,
  about: { conversationId: number | null; contactId: number | null },
): boolean {
  const { conversationId, contactId } = about
  if (conversationId !== null) {
    const condition = and(eq(conversations.id, conversationId), reachable(db, actor))
    return Boolean(db.select({ id: conversations.id }).from(conversations).where(condition).get())
  }
  if (contactId === null) return true
  const condition = and(eq(contacts.id, contactId), reachableContacts(db, actor))
  return Boolean(db.select({ id: contacts.id }).from(contacts).where(condition).get())
}

/** Marks one of a member's own notifications as read. @returns false when there is no such one */
export function markNotificationRead(db: TenantDb, memberId: number, id: number): boolean {
  return inTransaction(db, () => {
    const own = and(eq(n.id, id), eq(n.memberId, memberId))
    if (!db.select({ id: n.id }).from(n).where(own).get()) return false
    markRead(db, memberId, and(own, isNull(n.readAt)))
    return true
  })
}

/** Marks everything up to what the page showed as read, so that nothing new is lost. */
export function markAllNotificationsRead(db: TenantDb, memberId: number, upToId: number): void {
  const shown = and(eq(n.memberId, memberId), isNull(n.readAt), lte(n.id, upToId))
  inTransaction(db, () => markRead(db, memberId, shown))
}

/** Whoever reads the conversation has no need to be told of it; in the caller's transaction. */
export function markConversationSeen(db: TenantDb, memberId: number, conversationId: number): void {
  const about = and(eq(n.conversationId, conversationId), eq(n.memberId, memberId))
  markRead(db, memberId, and(about, isNull(n.readAt)))
}

/** Forgets what is older than 90 days. */
export function pruneNotifications(db: TenantDb, now = Date.now()): void {
  db.delete(n)
    .where(lt(n.createdAt, now - KEPT_MS))
    .run()
}

function markRead(db: TenantDb, memberId: number, condition: SQL | undefined): void {
  const { changes } = db.update(n).set({ readAt: Date.now() }).where(condition).run()
  if (changes > 0) recordChange(db, 'notification.read', { data: { memberId } })
}
