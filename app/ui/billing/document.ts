/** An invoice or credit note as it is shown and printed. Amounts are minor units, moments UTC ms. */
export type ShownDocument = {
  id: number
  number: string
  kind: 'invoice' | 'credit_note'
  status: 'open' | 'paid' | 'credited' | 'uncollectible'
  currency: string
  subtotal: number
  taxPercent: number
  tax: number
  total: number
  settled: number
  periodStart: number | null
  periodEnd: number | null
  issuedAt: number
  dueAt: number
  customer: string
  reason: string | null
  credits: { id: number; number: string } | null
  creditNotes: { id: number; number: string; total: number; issuedAt: number }[]
  lines: {
    kind: 'plan' | 'setup' | 'add_on' | 'overage' | 'proration' | 'discount' | 'credit'
    values: Record<string, string | number>
    quantity: number
    amount: number
  }[]
  payments: {
    id: number
    method: 'mpesa' | 'card' | 'bank' | 'cash'
    reference: string | null
    amount: number
    settledAt: number
  }[]
}

/** Who sells: stands on every invoice. */
export type Seller = { name: string; address: string[]; taxNumber: string | undefined }

/** What was settled otherwise than by the payments that stand on it. */
export function settledOtherwise({ settled, payments, kind }: ShownDocument): number {
  if (kind === 'credit_note') return 0
  const paid = payments.reduce((sum, one) => sum + one.amount, 0)
  return Math.max(0, settled - paid)
}
