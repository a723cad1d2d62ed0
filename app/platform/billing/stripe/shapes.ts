import type Stripe from 'stripe'

/** A page on which a company pays or leaves a card, as far as billing reads it. */
export type CheckoutSession = {
  id: string
  mode: string
  /** open, complete or expired */
  status: string
  isPaid: boolean
  url: string | null
  customerId: string | undefined
  tenantId: string | null
  paymentId: number | undefined
  amount: number
  /** upper case */
  currency: string
  intentId: string | undefined
  /** a card that may be charged later */
  keptMethodId: string | undefined
}

export type Intent = {
  id: string
  status: string
  paymentId: number | undefined
  amount: number
  currency: string
}

export type KeptCard = {
  paymentMethodId: string
  brand: string
  last4: string
  expiresMonth: number
  expiresYear: number
}

export function readSession(session: Stripe.Checkout.Session): CheckoutSession {
  const intent = objectOf(session.payment_intent)
  const setup = objectOf(session.setup_intent)
  const isKept = intent?.setup_future_usage === 'off_session'
  return {
    ...{ id: session.id, mode: session.mode, status: session.status ?? 'open' },
    ...{ isPaid: session.payment_status === 'paid', url: session.url },
    ...{ customerId: idOf(session.customer), tenantId: session.client_reference_id },
    paymentId: toPaymentId(session.metadata),
    amount: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    intentId: idOf(session.payment_intent),
    keptMethodId:
      idOf(setup?.payment_method) ?? (isKept ? idOf(intent?.payment_method) : undefined),
  }
}

export function readIntent(intent: Stripe.PaymentIntent): Intent {
  const { id, status, amount, currency, metadata } = intent
  return { id, status, amount, currency: currency.toUpperCase(), paymentId: toPaymentId(metadata) }
}

/** @returns undefined for a method that is no card */
export function toCard({ id, card }: Stripe.PaymentMethod): KeptCard | undefined {
  if (!card) return undefined
  const { brand, last4, exp_month: expiresMonth, exp_year: expiresYear } = card
  return { paymentMethodId: id, brand, last4, expiresMonth, expiresYear }
}

/** The payment that we named when the object was made. */
export function toPaymentId(metadata: unknown): number | undefined {
  const text = (metadata as Record<string, unknown> | null | undefined)?.['payment_id']
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** What may come as an id or as the object itself. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}

function objectOf<T extends object>(value: string | T | null | undefined): T | undefined {
  return typeof value === 'object' && value !== null ? value : undefined
}
