import type { MessageKey } from '#app/i18n/translate.ts'
import type { Tone } from '../badge.tsx'

type InvoiceLike = {
  kind: 'invoice' | 'credit_note'
  status: 'open' | 'paid' | 'credited' | 'uncollectible'
  dueAt: number
}

const invoiceTones = {
  ...{ open: 'accent', overdue: 'bad', paid: 'good', credited: 'neutral' },
  ...{ uncollectible: 'neutral', credit_note: 'neutral' },
} as const satisfies Record<string, Tone>

/** What a document is in a word, with the tone that only repeats it. */
export function invoiceState(
  { kind, status, dueAt }: InvoiceLike,
  now: number,
): { label: MessageKey; tone: Tone } {
  const state =
    kind === 'credit_note' ? kind : status === 'open' && dueAt <= now ? 'overdue' : status
  return { label: `billing.invoiceState.${state}`, tone: invoiceTones[state] }
}

export type PaymentPhase = 'waiting' | 'review' | 'settled' | 'failed'

const paymentTones = {
  ...{ waiting: 'accent', review: 'warn', settled: 'good', failed: 'bad' },
} as const satisfies Record<PaymentPhase, Tone>

/** What became of a payment, as far as the one who pays need know. */
export function paymentPhase(status: string): PaymentPhase {
  if (status === 'settled' || status === 'review') return status
  if (status === 'failed' || status === 'refused') return 'failed'
  return 'waiting'
}

export function paymentState(status: string): { label: MessageKey; tone: Tone } {
  const phase = paymentPhase(status)
  return { label: `billing.payState.${phase}`, tone: paymentTones[phase] }
}

const statusTones = {
  ...{ trial: 'accent', active: 'good', past_due: 'bad', suspended: 'bad', cancelled: 'neutral' },
} as const satisfies Record<string, Tone>

export function subscriptionTone(status: keyof typeof statusTones): Tone {
  return statusTones[status]
}
