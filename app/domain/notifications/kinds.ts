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
  'support_visit',
  'support_ended',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

export const notificationWays = ['inApp', 'push', 'email'] as const
export type NotificationWay = (typeof notificationWays)[number]

/** The ways by which a person wants to hear of a kind. */
export type Choice = Record<NotificationWay, boolean>

/** Until a person chooses: in the list and on their devices, no mail. */
const usual: Choice = { inApp: true, push: true, email: false }

export const defaultChoices: Record<NotificationKind, Choice> = {
  assigned: usual,
  transfer_requested: usual,
  transfer_decided: usual,
  mention: usual,
  hot_lead: usual,
  reminder_due: usual,
  sla_warning: { ...usual, push: false },
  sla_breached: usual,
  queue_waiting: { ...usual, push: false },
  import_done: { ...usual, push: false },
  message_failed: usual,
  customer_replied: usual,
  // the mail about it leaves at once, whatever is chosen here
  support_visit: usual,
  support_ended: { ...usual, push: false },
}

export function isNotificationKind(kind: string): kind is NotificationKind {
  return (notificationKinds as readonly string[]).includes(kind)
}
