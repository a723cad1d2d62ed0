import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import type { Member } from '#app/domain/members/find.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Choice, NotificationKind } from './kinds.ts'
import { readChoice } from './preferences.server.ts'
import { listSubscriptionIds } from './push-subscriptions.server.ts'
import { quietUntil } from './quiet-hours.ts'
import { notifications } from './schema.server.ts'

export { notificationKinds } from './kinds.ts'
export type { NotificationKind } from './kinds.ts'

/** Whoever is at the desk reads it in this time; a mail would only repeat it. */
const MAIL_AFTER_MS = 2 * 60_000

export type Notice = {
  kind: NotificationKind
  memberIds: readonly number[]
  conversationId?: number
  contactId?: number
  /**
   * ids and names for the sentence, never message text. `by` (a member's id) or `byName` is who
   * did it; `path` is where it leads when there is neither conversation nor contact
   */
  data?: Record<string, unknown>
  /** the same key tells the same person once */
  dedupeKey?: string
}

/**
 * Tells members of something, in the caller's transaction, by the ways each of them chose. What
 * would make a device ring or a mail leave waits for the end of that person's quiet hours.
 */
export function notify(db: TenantDb, notice: Notice): void {
  inTransaction(db, () => {
    for (const memberId of new Set(notice.memberIds)) {
      const member = findMember(db, memberId)
      if (member?.status === 'active') tell(db, member, notice)
    }
  })
}

function tell(db: TenantDb, member: Member, notice: Notice): void {
  const choice = readChoice(db, member.id, notice.kind)
  if (!choice.inApp && !choice.push && !choice.email) return
  const row = db
    .insert(notifications)
    .values({
      ...{ memberId: member.id, kind: notice.kind, createdAt: Date.now() },
      ...{ conversationId: notice.conversationId ?? null, contactId: notice.contactId ?? null },
      ...{ dataJson: JSON.stringify(notice.data ?? {}), inApp: Number(choice.inApp) },
      dedupeKey: notice.dedupeKey ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: notifications.id })
    .get()
  if (!row) return
  if (choice.inApp) recordChange(db, 'notification.created', { data: { memberId: member.id } })
  deliverLater(db, member, { id: row.id, choice })
}

function deliverLater(
  db: TenantDb,
  { id: memberId, quietFrom: from, quietUntil: until }: Member,
  { id: notificationId, choice }: { id: number; choice: Choice },
): void {
  const now = Date.now()
  const quiet = from === null || until === null ? undefined : { from, until }
  const heldUntil = quietUntil(now, quiet, getCompany(db).timeZone)
  if (choice.push) {
    for (const subscriptionId of listSubscriptionIds(db, memberId)) {
      const key = `${notificationId}:${subscriptionId}`
      enqueue(db, 'push.send', { notificationId, subscriptionId }, { key, runAt: heldUntil ?? now })
    }
  }
  if (!choice.email) return
  const runAt = Math.max(heldUntil ?? 0, now + MAIL_AFTER_MS)
  enqueue(db, 'notification.mail', { notificationId }, { key: String(notificationId), runAt })
}
