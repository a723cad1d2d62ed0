import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { notifications } from './schema.server.ts'

/** What a member can be told of. */
export const notificationKinds = [
  'assigned',
  'transfer_requested',
  'transfer_decided',
  'mention',
  'hot_lead',
  'reminder_due',
  'sla_warning',
  'sla_breached',
  'queue_waiting',
  'import_done',
  'message_failed',
  'customer_replied',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

export type Notice = {
  kind: NotificationKind
  memberIds: readonly number[]
  conversationId?: number
  contactId?: number
  /** ids and names for the sentence, never message text */
  data?: Record<string, unknown>
  /** the same key tells the same person once */
  dedupeKey?: string
}

/** Tells members of something, in the caller's transaction. */
export function notify(db: TenantDb, notice: Notice): void {
  for (const memberId of new Set(notice.memberIds)) {
    db.insert(notifications)
      .values({
        ...{ memberId, kind: notice.kind, createdAt: Date.now() },
        conversationId: notice.conversationId ?? null,
        contactId: notice.contactId ?? null,
        dataJson: JSON.stringify(notice.data ?? {}),
        dedupeKey: notice.dedupeKey ?? null,
      })
      .onConflictDoNothing()
      .run()
  }
}
