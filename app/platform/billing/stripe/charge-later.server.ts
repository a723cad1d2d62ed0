import type { PlatformDb } from '../../db.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import type { Invoice } from '../invoices.server.ts'
import { billingRules } from '../rules.ts'
import { findCardCustomer } from './card.server.ts'

const DAY_MS = 86_400_000

/**
 * A kept card pays an invoice the day before it is due, in the caller's transaction; what was
 * declined is tried again on the days on which the company is reminded anyway.
 */
export function chargeLater(
  platform: PlatformDb,
  { id, tenantId, status, dueAt }: Pick<Invoice, 'id' | 'tenantId' | 'status' | 'dueAt'>,
  now: number,
  attempt = 0,
): void {
  const card = status === 'open' ? findCardCustomer(platform, tenantId)?.card : undefined
  const runAt = toTime(dueAt, attempt)
  if (!card || runAt === undefined) return
  enqueuePlatformJob(
    platform,
    'card.charge',
    { invoiceId: id, attempt },
    { key: `${id}:${card.paymentMethodId}:${attempt}`, runAt: Math.max(now, runAt) },
  )
}

function toTime(dueAt: number, attempt: number): number | undefined {
  if (attempt === 0) return dueAt - billingRules.chargedDaysBefore * DAY_MS
  const days: readonly number[] = billingRules.reminderDays
  // On the due day itself the first try has just been declined.
  const day = days[attempt]
  return day === undefined ? undefined : dueAt + day * DAY_MS
}
