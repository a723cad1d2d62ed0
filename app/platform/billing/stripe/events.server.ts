import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { enqueuePlatformJob } from '../../jobs.server.ts'
import { findByVendorId, findPayment } from '../payments.server.ts'
import { refundLater } from '../refunds.server.ts'
import { findByCardCustomer } from './card.server.ts'
import type { CardEvent } from './client.server.ts'
import { lookLater } from './pay.server.ts'
import { idOf, toPaymentId } from './shapes.ts'

export type EventOutcome = 'applied' | 'repeated' | 'unmatched' | 'contradiction' | 'ignored'

const ABOUT_PAYMENTS =
  /^(checkout\.session\.|payment_intent\.(succeeded|payment_failed|processing)$)/
const ABOUT_REFUNDS = /^(refund\.(created|updated|failed)|charge\.refund\.updated)$/
const ABOUT_CARDS =
  /^(customer\.updated|payment_method\.(attached|detached|updated|automatically_updated))$/

/**
 * Takes what the vendor says, once per event. Nothing is concluded from it: it says what to ask
 * the vendor about, so neither order nor age matters. Only names are kept, no personal data.
 */
export function takeEvent(
  platform: PlatformDb,
  event: CardEvent,
  { isLive, at }: { isLive: boolean; at: number },
): EventOutcome {
  const { type } = event
  const isKnown = [ABOUT_PAYMENTS, ABOUT_CARDS, ABOUT_REFUNDS].some((one) => one.test(type))
  if (!isKnown) return 'ignored'
  return inPlatformTransaction(platform, (): EventOutcome => {
    const body = JSON.stringify({ type, object: idOf(event.object) })
    const { changes, lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into payment_callbacks (method, vendor_id, body, received_at)
         values ('card', ?, ?, ?) on conflict do nothing`,
      )
      .run(event.id, body, at)
    if (changes === 0) return 'repeated'
    const { outcome, paymentId } =
      event.livemode !== isLive
        ? { outcome: 'contradiction' as const, paymentId: undefined }
        : follow(platform, event, at)
    platformSqliteOf(platform)
      .prepare('update payment_callbacks set outcome = ?, payment_id = ? where id = ?')
      .run(outcome, paymentId ?? null, lastInsertRowid)
    return outcome
  })
}

type Followed = { outcome: 'applied' | 'unmatched'; paymentId?: number }

function follow(platform: PlatformDb, event: CardEvent, at: number): Followed {
  const { id: eventId, type, object } = event
  const objectId = idOf(object) ?? ''
  if (ABOUT_CARDS.test(type)) {
    const customerId = type === 'customer.updated' ? objectId : customerOf(event)
    return refresh(platform, customerId, { eventId, at })
  }
  if (object['mode'] === 'setup')
    return refresh(platform, idOf(object['customer']), { eventId, at, sessionId: objectId })
  const payment =
    findByVendorId(platform, 'card', objectId) ??
    findPayment(platform, toPaymentId(object['metadata']) ?? 0)
  if (payment?.method !== 'card') return { outcome: 'unmatched' }
  const { id: paymentId } = payment
  if (ABOUT_REFUNDS.test(type)) {
    refundLater(platform, paymentId, eventId)
    return { outcome: 'applied', paymentId }
  }
  lookLater(platform, paymentId, { at, vendorId: objectId, occasion: eventId })
  return { outcome: 'applied', paymentId }
}

/** A card that was taken away no longer says whose it was, but the event says whose it had been. */
function customerOf({ object, previous }: CardEvent): string | undefined {
  return idOf(object['customer']) ?? idOf(previous['customer'])
}

function refresh(
  platform: PlatformDb,
  customerId: string | undefined,
  { eventId, at, sessionId }: { eventId: string; at: number; sessionId?: string },
): Followed {
  const customer = customerId === undefined ? undefined : findByCardCustomer(platform, customerId)
  if (!customer) return { outcome: 'unmatched' }
  const payload = { tenantId: customer.tenantId, sessionId, since: at }
  enqueuePlatformJob(platform, 'card.keep', payload, { key: eventId })
  return { outcome: 'applied' }
}
