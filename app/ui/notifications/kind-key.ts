import type { ShownNotification } from '#app/domain/notifications/shown.ts'
import type { MessageKey } from '#app/i18n/translate.ts'

const decisions = {
  approved: 'notifications.kind_transfer_approved',
  refused: 'notifications.kind_transfer_refused',
  redirected: 'notifications.kind_transfer_redirected',
} as const

/** The sentence that says what happened. */
export function kindKey(notification: ShownNotification): MessageKey {
  const { kind } = notification
  const decision = notification.isWithinReach ? notification.decision : undefined
  if (kind === 'transfer_decided' && decision && Object.hasOwn(decisions, decision))
    return decisions[decision as keyof typeof decisions]
  return `notifications.kind_${kind}`
}
