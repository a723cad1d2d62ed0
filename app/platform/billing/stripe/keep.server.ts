import type { JobOutcome } from '#app/jobs/run-job.server.ts'
import { inPlatformTransaction } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { listOpenInvoices } from '../invoices.server.ts'
import { chargeLater } from './charge-later.server.ts'
import { findCardCustomer, noteCard } from './card.server.ts'
import type { Cards } from './client.server.ts'

const AGAIN_MS = 60_000
/** The vendor's page where a card is left is closed by then. */
const LEFT_MS = 40 * 60_000

type Ask = { tenantId: string; since: number; sessionId?: string; paymentMethodId?: string }

/**
 * Job card.keep: a company left a card, or changed what stands at the vendor. What the vendor
 * says is kept, and charged for what is open.
 */
export async function keepCard(
  platform: PlatformDb,
  ask: Ask,
  cards: Cards | undefined,
): Promise<JobOutcome> {
  const { tenantId, sessionId } = ask
  const customer = findCardCustomer(platform, tenantId)
  if (!customer || !cards) return undefined
  const left = sessionId ? await readLeft(ask, customer.vendorId, cards) : ask
  if ('outcome' in left) return left.outcome
  const { paymentMethodId } = left
  if (paymentMethodId) {
    const set = await cards.setCard(customer.vendorId, paymentMethodId)
    if (set.kind === 'busy') throw new CardsUnavailableError(set.kind)
    if (set.kind !== 'done') return { failed: set.kind }
  }
  const read = await cards.readCard(customer.vendorId)
  if (read.kind === 'busy') throw new CardsUnavailableError(read.kind)
  const card = read.kind === 'done' ? read.value : undefined
  const at = Date.now()
  inPlatformTransaction(platform, () => {
    noteCard(platform, tenantId, { card, at })
    if (!card) return
    for (const invoice of listOpenInvoices(platform, tenantId)) chargeLater(platform, invoice, at)
  })
  return undefined
}

async function readLeft(
  { tenantId, sessionId, since }: Ask,
  customerId: string,
  cards: Cards,
): Promise<{ paymentMethodId: string } | { outcome: JobOutcome }> {
  const read = await cards.readSession(sessionId!)
  if (read.kind === 'busy') throw new CardsUnavailableError(read.kind)
  if (read.kind !== 'done') return { outcome: { failed: read.kind } }
  const { status, keptMethodId, tenantId: named, customerId: of } = read.value
  if (named !== tenantId || of !== customerId) return { outcome: { failed: 'another company' } }
  if (status === 'complete' && keptMethodId) return { paymentMethodId: keptMethodId }
  const isOver = status === 'expired' || Date.now() - since > LEFT_MS
  return { outcome: isOver ? undefined : { retryAfterMs: AGAIN_MS } }
}

export class CardsUnavailableError extends Error {
  override name = 'CardsUnavailable'
}
