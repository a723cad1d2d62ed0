import type { NotificationKind } from './kinds.ts'

/** A notification as a page, a device or a mail shows it. Outside reach nothing but its kind. */
export type ShownNotification = {
  id: number
  kind: NotificationKind
  createdAt: number
  isRead: boolean
} & (
  | { isWithinReach: false }
  | {
      isWithinReach: true
      contactName: string | undefined
      /** the member who did it */
      byName: string | undefined
      /** what was decided, with `transfer_decided` */
      decision: string | undefined
      to: string | undefined
    }
)
