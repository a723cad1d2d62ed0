export const subscriptionStatuses = [
  'trial',
  'active',
  'past_due',
  'suspended',
  'cancelled',
] as const
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

export const subscriptionEvents = [
  /** nothing that is due is unpaid, and the first invoice is paid */
  'paid_up',
  /** an invoice's day has passed unpaid, or a trial ended without one */
  'overdue',
  'grace_over',
  'given_up',
  'cancelled',
  /** a cancelled company comes back; it is served once its new invoice is paid */
  'resumed',
] as const
export type SubscriptionEvent = (typeof subscriptionEvents)[number]

const moves: Record<SubscriptionStatus, Partial<Record<SubscriptionEvent, SubscriptionStatus>>> = {
  trial: { paid_up: 'active', overdue: 'past_due', cancelled: 'cancelled' },
  active: { paid_up: 'active', overdue: 'past_due', cancelled: 'cancelled' },
  past_due: {
    paid_up: 'active',
    overdue: 'past_due',
    grace_over: 'suspended',
    cancelled: 'cancelled',
  },
  suspended: { paid_up: 'active', given_up: 'cancelled', cancelled: 'cancelled' },
  cancelled: { resumed: 'suspended' },
}

/** @returns undefined where the event means nothing in this status */
export function nextStatus(
  status: SubscriptionStatus,
  event: SubscriptionEvent,
): SubscriptionStatus | undefined {
  return moves[status][event]
}

/** Whether the company's pages are open and its work is done. */
export function isServed(status: SubscriptionStatus): boolean {
  return status === 'trial' || status === 'active' || status === 'past_due'
}

/** Whether what the company pays counts as recurring revenue, once it has ever paid. */
export function countsAsRevenue(status: SubscriptionStatus): boolean {
  return status === 'active' || status === 'past_due'
}
