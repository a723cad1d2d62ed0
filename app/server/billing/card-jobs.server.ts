import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { chargeInvoice } from '#app/platform/billing/stripe/charge.server.ts'
import type { Cards } from '#app/platform/billing/stripe/client.server.ts'
import { keepCard } from '#app/platform/billing/stripe/keep.server.ts'
import { lookAtPayment } from '#app/platform/billing/stripe/look.server.ts'
import { refundCard } from '#app/platform/billing/stripe/refund.server.ts'

/** What is done with cards while nobody waits for it. */
export function cardJobs(cards: Cards | undefined) {
  return {
    'card.look': (store, payload) => lookAtPayment(store, payload, cards),
    'card.keep': (store, payload) => keepCard(store, payload, cards),
    'card.charge': (store, payload, job) => chargeInvoice(store, payload, job, cards),
    'card.refund': (store, payload, job) => refundCard(store, payload, job, cards),
  } satisfies JobHandlers<PlatformDb>
}
