type Way =
  { method: 'card'; paymentId: number } | { method: 'mpesa' | 'bank' | 'cash'; reference: string }

const byHand = ['mpesa', 'bank', 'cash'] as const

/**
 * How money goes back, out of the form's choice.
 *
 * @returns undefined where money sent by hand has no reference
 */
export function toRefund(how: string, reference: string): Way | undefined {
  const method = byHand.find((known) => known === how)
  if (!method) return { method: 'card', paymentId: Number(how.replace('card-', '')) }
  return reference === '' ? undefined : { method, reference }
}
