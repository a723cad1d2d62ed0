import { createClock, toSeconds } from '../http/clock.ts'

export type FakeCustomer = {
  id: string
  email: string
  name: string
  metadata: Record<string, string>
  defaultMethod: string | null
}
export type FakeMethod = { id: string; number: string; customer: string | null }
export type FakeIntent = {
  id: string
  status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded'
  amount: number
  currency: string
  customer: string
  method: string | null
  metadata: Record<string, string>
  keeps: boolean
  refunded: number
}
export type FakeSession = {
  id: string
  mode: 'payment' | 'setup'
  status: 'open' | 'complete' | 'expired'
  customer: string
  tenantId: string
  metadata: Record<string, string>
  amount: number
  currency: string
  label: string
  successUrl: string
  cancelUrl: string
  expiresAt: number
  intent: string | null
  setupMethod: string | null
  keeps: boolean
  intentMetadata: Record<string, string>
}

export type FakeRefund = {
  id: string
  intent: string
  amount: number
  status: 'pending' | 'succeeded' | 'failed'
  metadata: Record<string, string>
}

export type World = ReturnType<typeof createWorld>

/** What the vendor remembers. */
export function createWorld() {
  let counter = 0
  const clock = createClock()
  return {
    clock,
    seconds: () => toSeconds(clock.now()),
    nextId: (prefix: string) => `${prefix}_${String(++counter).padStart(8, '0')}fake`,
    customers: new Map<string, FakeCustomer>(),
    methods: new Map<string, FakeMethod>(),
    intents: new Map<string, FakeIntent>(),
    sessions: new Map<string, FakeSession>(),
    refunds: [] as FakeRefund[],
    /** what becomes of the next refunds */
    refundsAre: 'succeeded' as FakeRefund['status'],
  }
}

const brands: Record<string, string> = { '4': 'visa', '5': 'mastercard', '3': 'amex' }

export type CardTrouble = 'card_declined' | 'insufficient_funds' | 'expired_card' | '3ds'

/** What the bank of a test card does, by its number; `offSession`: while its owner is away. */
export function troubleOf(number: string, offSession: boolean): CardTrouble | undefined {
  if (number === '4000000000000002') return 'card_declined'
  if (number === '4000000000009995') return 'insufficient_funds'
  if (number === '4000000000000069') return 'expired_card'
  if (number === '4000000000000341') return offSession ? 'card_declined' : undefined
  return number === '4000002500003155' ? '3ds' : undefined
}

export const render = {
  customer: (one: FakeCustomer, method: FakeMethod | undefined, expands: boolean) => ({
    ...{ id: one.id, object: 'customer', email: one.email, name: one.name, livemode: false },
    metadata: one.metadata,
    invoice_settings: {
      default_payment_method: method ? (expands ? render.method(method) : method.id) : null,
    },
  }),
  method: ({ id, number, customer }: FakeMethod) => ({
    ...{ id, object: 'payment_method', type: 'card', customer, livemode: false },
    card: {
      ...{ brand: brands[number.charAt(0)] ?? 'unknown', last4: number.slice(-4) },
      ...{ exp_month: 12, exp_year: 2031 },
    },
  }),
  intent: (one: FakeIntent) => ({
    ...{ id: one.id, object: 'payment_intent', status: one.status, amount: one.amount },
    ...{ currency: one.currency, customer: one.customer, payment_method: one.method },
    ...{ metadata: one.metadata, livemode: false },
    setup_future_usage: one.keeps ? 'off_session' : null,
  }),
  refund: ({ id, intent, amount, status, metadata }: FakeRefund) => ({
    ...{ id, object: 'refund', status, amount, payment_intent: intent, metadata },
  }),
  session: (one: FakeSession, intent: FakeIntent | undefined, page: string, expands: boolean) => ({
    ...{ id: one.id, object: 'checkout.session', mode: one.mode, status: one.status },
    payment_status:
      one.mode === 'setup'
        ? 'no_payment_required'
        : intent?.status === 'succeeded'
          ? 'paid'
          : 'unpaid',
    url: one.status === 'open' ? page : null,
    ...{ customer: one.customer, client_reference_id: one.tenantId, metadata: one.metadata },
    ...{ amount_total: one.mode === 'setup' ? null : one.amount, currency: one.currency },
    payment_intent: intent ? (expands ? render.intent(intent) : intent.id) : null,
    setup_intent:
      one.mode === 'setup'
        ? { id: `seti_${one.id}`, object: 'setup_intent', payment_method: one.setupMethod }
        : null,
    ...{ expires_at: one.expiresAt, livemode: false },
  }),
}
