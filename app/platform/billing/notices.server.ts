import type { BillingNotice } from '#app/jobs/registry.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'

/**
 * Its owners are to be written to about their subscription, in the caller's transaction. The
 * occasion names what happened, so that however often it is noted, it is written once.
 *
 * @param notice.about the invoice, the payment or the measure
 */
export function noticeLater(
  platform: PlatformDb,
  tenantId: string,
  notice: { kind: BillingNotice; at: number; occasion: string | number; about?: string },
): void {
  const { kind, at, occasion, about } = notice
  enqueuePlatformJob(
    platform,
    'billing.notice',
    { tenantId, kind, at, about },
    { key: `${tenantId}:${kind}:${occasion}` },
  )
}
