import { eq } from 'drizzle-orm'
import { presenceOf } from '#app/domain/assignment/presence.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import type { Member } from '#app/domain/members/find.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findNotification, listNotifications } from './list.server.ts'
import { notifications as n } from './schema.server.ts'
import type { ShownNotification } from './shown.ts'
import { readChoice } from './preferences.server.ts'
import { countUnread } from './unread.server.ts'

/** Older news rings nobody's phone, however long it was held or could not be delivered. */
const PUSH_MAX_AGE_MS = 16 * 3_600_000
const DIGEST_SHOWN_MAX = 10

export type Delivery = { member: Member; notification: ShownNotification & { isWithinReach: true } }

/**
 * What is still worth pushing: unread, recent, and about something its member reaches now.
 *
 * @returns undefined when there is nothing to say any more
 */
export function preparePush(
  db: TenantDb,
  notificationId: number,
  now = Date.now(),
): Delivery | undefined {
  const delivery = prepare(db, notificationId)
  if (!delivery || now - delivery.notification.createdAt > PUSH_MAX_AGE_MS) return undefined
  return delivery
}

/** The same for a mail: only to who is not there, and only while they still want it. */
export function prepareMail(db: TenantDb, notificationId: number): Delivery | undefined {
  const delivery = prepare(db, notificationId)
  if (!delivery) return undefined
  const { member, notification } = delivery
  if (!readChoice(db, member.id, notification.kind).email) return undefined
  const presence = presenceOf(db, member.id)
  return presence === 'away' || presence === 'offline' ? delivery : undefined
}

/** A member's unread news within reach, at most ten, with how many there are. */
export function prepareDigest(
  db: TenantDb,
  memberId: number,
): { member: Member; unread: number; newest: Delivery['notification'][] } | undefined {
  const member = findMember(db, memberId)
  if (member?.status !== 'active') return undefined
  const actor = toActor(member)
  const page = { onlyUnread: true, limit: DIGEST_SHOWN_MAX }
  const newest = listNotifications(db, actor, page).rows.filter((row) => row.isWithinReach)
  return { member, unread: countUnread(db, actor), newest }
}

export function notePushed(db: TenantDb, notificationId: number): void {
  db.update(n).set({ pushedAt: Date.now() }).where(eq(n.id, notificationId)).run()
}

export function noteMailed(db: TenantDb, notificationId: number): void {
  db.update(n).set({ mailedAt: Date.now() }).where(eq(n.id, notificationId)).run()
}

function prepare(db: TenantDb, notificationId: number): Delivery | undefined {
  const { memberId } = n
  const row = db.select({ memberId }).from(n).where(eq(n.id, notificationId)).get()
  const member = row && findMember(db, row.memberId)
  if (member?.status !== 'active') return undefined
  const notification = findNotification(db, toActor(member), notificationId)
  if (!notification?.isWithinReach || notification.isRead) return undefined
  return { member, notification }
}
