import { subscriptionStatuses } from '../billing/subscription-status.ts'

/** A person's decision first, then the subscription's state; kept by the database itself. */
export const standings = [...subscriptionStatuses, 'leaving', 'none'] as const
export type Standing = (typeof standings)[number]

/** The currency in which the platform counts its own revenue. */
export const PLATFORM_CURRENCY = 'KES'

/** Where the platform's own days and months are counted. */
export const PLATFORM_TIME_ZONE = 'Africa/Nairobi'
