import { advance, noteSettled } from '#app/platform/billing/advance.server.ts'
import { subscribe } from '#app/platform/billing/change-plan.server.ts'
import { addCoupon } from '#app/platform/billing/coupons.server.ts'
import { creditInvoice } from '#app/platform/billing/credit-notes.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { addPayment, markPayment, settlePayment } from '#app/platform/billing/payments.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'

const DAY = 86_400_000
const TIME_ZONE = 'Africa/Nairobi'
const BY = { kind: 'system', id: null, name: 'Demo' } as const

/** How long ago each demo company began, and whether it has paid since. */
const stories: Record<string, { planId: string; daysAgo: number; leavesOpen: boolean }> = {
  'savanna-hotel': { planId: 'professional', daysAgo: 77, leavesOpen: true },
  'tembo-motors': { planId: 'professional', daysAgo: 85, leavesOpen: true },
  'jua-electronics': { planId: 'professional', daysAgo: 9, leavesOpen: false },
}

/** Months of invoices and payments, told as they would have happened. */
export function tellBilling(platform: PlatformDb, tenantId: string, slug: string): void {
  const story = stories[slug]
  if (!story) return
  makeCoupon(platform)
  const { planId, daysAgo, leavesOpen } = story
  const now = Date.now()
  const startedAt = now - daysAgo * DAY
  platformSqliteOf(platform)
    .prepare('update tenants set created_at = ? where id = ?')
    .run(startedAt, tenantId)
  startTrial(platform, {
    ...{ tenantId, planId, currency: 'KES', timeZone: TIME_ZONE, at: startedAt },
  })
  for (let at = startedAt; at <= now; at += DAY) {
    advance(platform, tenantId, at)
    if (daysAgo > 14 && at === startedAt + 12 * DAY) subscribe(platform, { tenantId, by: BY, at })
    payOldest(platform, tenantId, { at, until: leavesOpen ? now - 10 * DAY : now })
  }
}

/** Two days after it was issued; the very first prompt is cancelled on the phone. */
function payOldest(
  platform: PlatformDb,
  tenantId: string,
  { at, until }: { at: number; until: number },
): void {
  const [invoice] = listOpenInvoices(platform, tenantId)
  if (!invoice || invoice.issuedAt + 2 * DAY > at || at > until) return
  const ask = () =>
    addPayment(platform, {
      ...{ tenantId, invoiceId: invoice.id, method: 'mpesa', status: 'asked', currency: 'KES', at },
      ...{ amount: invoice.total - invoice.settled, phone: '254712345678' },
    })!
  const isFirst = invoice.number.endsWith('00001')
  if (isFirst) markPayment(platform, ask(), { status: 'failed', reason: 'cancelled_on_phone', at })
  const id = ask()
  settlePayment(platform, id, { reference: `TKL${String(id).padStart(7, '0')}`, at })
  noteSettled(platform, tenantId, at)
  if (!isFirst) return
  const subtotal = 100_000
  const note = { invoiceId: invoice.id, subtotal, reason: 'Set-up took longer than promised' }
  creditInvoice(platform, { ...note, at, timeZone: TIME_ZONE })
}

/** A code that a rep may give to a company. */
function makeCoupon(platform: PlatformDb): void {
  addCoupon(platform, BY, {
    coupon: {
      ...{ code: 'KARIBU20', percent: 20, amount: null, currency: null, months: 3 },
      ...{ usesMax: 50, validUntil: null, plans: null, isForNew: true },
    },
    at: Date.now(),
  })
}
