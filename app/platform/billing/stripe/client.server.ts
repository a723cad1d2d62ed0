import Stripe from 'stripe'
import { readIntent, readSession, toCard } from './shapes.ts'
import type { CheckoutSession, Intent, KeptCard } from './shapes.ts'

const TIMEOUT_MS = 20_000
/** Beyond this a session cannot be paid any more; the vendor takes no less than 30 minutes. */
const SESSION_S = 31 * 60
/** How far the time of a signature may be from ours, either way, seconds. */
const SIGNATURE_TOLERANCE_S = 300

export type StripeSettings = {
  /** origin of the API */
  url: string
  secretKey: string
  /** without it no webhook is believed, and every payment is asked for instead */
  webhookSecret?: string
}

/** Why a bank or the vendor did not take a card. */
export const cardFailures = [
  ...(['card_declined', 'insufficient_funds', 'expired_card'] as const),
  ...(['authentication_required', 'incorrect_cvc'] as const),
] as const
export type CardFailure = (typeof cardFailures)[number]

/**
 * `declined`: the card is not taken. `refused`: the vendor does not take what we sent. `busy`: it
 * may be tried again with the same key, which the vendor answers once.
 */
export type CardProblem =
  | { kind: 'declined'; reason: CardFailure; intentId?: string }
  | { kind: 'refused'; code: string }
  | { kind: 'busy' }

export type CardResult<T> = { kind: 'done'; value: T } | CardProblem

export type CardEvent = {
  id: string
  type: string
  livemode: boolean
  object: { id?: unknown; [name: string]: unknown }
  /** what changed of it, as it was before */
  previous: { [name: string]: unknown }
}

export type Cards = ReturnType<typeof createCards>

/** Cards by Stripe: the official package, pointed at the vendor or at its stand-in. */
export function createCards({ url, secretKey, webhookSecret }: StripeSettings) {
  const { protocol, hostname, port } = new URL(url)
  const stripe = new Stripe(secretKey, {
    ...{ host: hostname, port: port || (protocol === 'http:' ? 80 : 443) },
    ...{ protocol: protocol === 'http:' ? ('http' as const) : ('https' as const) },
    ...{ timeout: TIMEOUT_MS, maxNetworkRetries: 1, telemetry: false },
  })
  return {
    /** whether this key moves real money */
    isLive: /^[a-z]+_live_/.test(secretKey),
    takesEvents: Boolean(webhookSecret),
    createCustomer: (customer: { tenantId: string; name: string; email: string }) =>
      attempt(async () => {
        const { tenantId, name, email } = customer
        const made = await stripe.customers.create(
          { name, email, metadata: { tenant_id: tenantId } },
          { idempotencyKey: `customer:${tenantId}:${email}:${name}`.slice(0, 255) },
        )
        return made.id
      }),
    openCheckout: (ask: CheckoutAsk) => attempt(() => openCheckout(stripe, ask)),
    openSetup: (ask: SetupAsk) => attempt(() => openSetup(stripe, ask)),
    openPortal: (customerId: string, returnUrl: string) =>
      attempt(async () => {
        const portal = { customer: customerId, return_url: returnUrl }
        return (await stripe.billingPortal.sessions.create(portal)).url
      }),
    readSession: (id: string) =>
      attempt(async (): Promise<CheckoutSession> => {
        const expand = ['payment_intent', 'setup_intent']
        return readSession(await stripe.checkout.sessions.retrieve(id, { expand }))
      }),
    expireSession: (id: string) => attempt(() => stripe.checkout.sessions.expire(id)),
    charge: (ask: ChargeAsk) => attempt(() => charge(stripe, ask)),
    readIntent: (id: string) =>
      attempt(async () => readIntent(await stripe.paymentIntents.retrieve(id))),
    /** what is charged from now on */
    setCard: (customerId: string, paymentMethodId: string) =>
      attempt(() =>
        stripe.customers.update(customerId, {
          invoice_settings: { default_payment_method: paymentMethodId },
        }),
      ),
    readCard: (customerId: string) => attempt(() => readCard(stripe, customerId)),
    /** gives money back once for a payment of ours, however often it is asked */
    refund: (ask: { paymentId: number; intentId: string; amount: number }) =>
      attempt(async () => {
        const { paymentId, intentId, amount } = ask
        const label = String(paymentId)
        // The vendor forgets idempotency keys after a day, its own list never.
        const known = await stripe.refunds.list({ payment_intent: intentId, limit: 100 })
        const made =
          known.data.find(({ metadata }) => metadata?.['payment_id'] === label) ??
          (await stripe.refunds.create(
            { payment_intent: intentId, amount, metadata: { payment_id: label } },
            { idempotencyKey: `refund:${paymentId}` },
          ))
        return { id: made.id, status: made.status ?? 'pending' }
      }),
    readEvent: (raw: Buffer, signature: string) =>
      webhookSecret ? readEvent(stripe, { raw, signature, webhookSecret }) : undefined,
  }
}

export type CheckoutAsk = {
  paymentId: number
  tenantId: string
  customerId: string
  /** minor units */
  amount: number
  currency: string
  /** what the page and the statement call it */
  label: string
  /** the card is kept for the next invoices */
  keeps: boolean
  successUrl: string
  cancelUrl: string
}

async function openCheckout(
  stripe: Stripe,
  ask: CheckoutAsk,
): Promise<{ id: string; url: string }> {
  const { paymentId, tenantId, amount, currency, label, keeps } = ask
  const metadata = { payment_id: String(paymentId), tenant_id: tenantId }
  const price = { currency: currency.toLowerCase(), unit_amount: amount }
  const made = await stripe.checkout.sessions.create(
    {
      ...{ mode: 'payment', customer: ask.customerId, client_reference_id: tenantId, metadata },
      ...{ success_url: ask.successUrl, cancel_url: ask.cancelUrl },
      expires_at: Math.floor(Date.now() / 1000) + SESSION_S,
      line_items: [{ quantity: 1, price_data: { ...price, product_data: { name: label } } }],
      payment_intent_data: {
        ...{ metadata, description: label },
        ...(keeps && { setup_future_usage: 'off_session' as const }),
      },
    },
    { idempotencyKey: `checkout:${paymentId}` },
  )
  return { id: made.id, url: made.url ?? '' }
}

export type SetupAsk = { tenantId: string; customerId: string; currency: string; backUrl: string }

async function openSetup(stripe: Stripe, ask: SetupAsk): Promise<{ id: string; url: string }> {
  const { tenantId, customerId, currency, backUrl } = ask
  const made = await stripe.checkout.sessions.create({
    ...{ mode: 'setup', customer: customerId, client_reference_id: tenantId },
    currency: currency.toLowerCase(),
    expires_at: Math.floor(Date.now() / 1000) + SESSION_S,
    ...{ success_url: `${backUrl}?note=cardKept`, cancel_url: backUrl },
    metadata: { tenant_id: tenantId },
  })
  return { id: made.id, url: made.url ?? '' }
}

export type ChargeAsk = {
  paymentId: number
  tenantId: string
  customerId: string
  paymentMethodId: string
  amount: number
  currency: string
  label: string
}

/** Charges a kept card while nobody is there. The key makes it one charge, however often it is asked. */
async function charge(stripe: Stripe, ask: ChargeAsk): Promise<Intent> {
  const { paymentId, tenantId, amount, currency, label } = ask
  const made = await stripe.paymentIntents.create(
    {
      ...{ amount, currency: currency.toLowerCase(), description: label },
      ...{ customer: ask.customerId, payment_method: ask.paymentMethodId },
      ...{ payment_method_types: ['card'], off_session: true, confirm: true },
      metadata: { payment_id: String(paymentId), tenant_id: tenantId },
    },
    { idempotencyKey: `charge:${paymentId}` },
  )
  return readIntent(made)
}

async function readCard(stripe: Stripe, customerId: string): Promise<KeptCard | undefined> {
  const expand = ['invoice_settings.default_payment_method']
  const customer = await stripe.customers.retrieve(customerId, { expand })
  if (customer.deleted) return undefined
  const method = customer.invoice_settings.default_payment_method
  return typeof method === 'object' && method ? toCard(method) : undefined
}

/** @returns undefined for what the vendor did not sign, or signed at another time */
function readEvent(
  stripe: Stripe,
  { raw, signature, webhookSecret }: { raw: Buffer; signature: string; webhookSecret: string },
): CardEvent | undefined {
  try {
    const event = stripe.webhooks.constructEvent(raw, signature, webhookSecret)
    const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1])
    // The package takes a time in the future.
    if (signedAt - Date.now() / 1000 > SIGNATURE_TOLERANCE_S) return undefined
    const object: unknown = event.data?.object
    if (typeof object !== 'object' || object === null || typeof event.id !== 'string')
      return undefined
    const { id, type, livemode } = event
    const previous = (event.data.previous_attributes ?? {}) as CardEvent['previous']
    return { id, type, livemode, object: object as CardEvent['object'], previous }
  } catch {
    return undefined
  }
}

async function attempt<T>(call: () => Promise<T>): Promise<CardResult<T>> {
  try {
    return { kind: 'done', value: await call() }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    return toProblem(error)
  }
}

function toProblem(error: InstanceType<typeof Stripe.errors.StripeError>): CardProblem {
  if (error instanceof Stripe.errors.StripeCardError) {
    const codes = [error.decline_code, error.code]
    const reason = cardFailures.find((one) => codes.includes(one)) ?? 'card_declined'
    return { kind: 'declined', reason, intentId: error.payment_intent?.id }
  }
  const status = error.statusCode ?? 0
  if (status === 0 || status === 409 || status === 429 || status >= 500) return { kind: 'busy' }
  return { kind: 'refused', code: error.code ?? error.type }
}
