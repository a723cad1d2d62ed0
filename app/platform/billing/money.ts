/** Minor units in one coin or note that can be paid: M-Pesa moves whole shillings only. */
const PAYABLE_MINOR: Record<string, number> = { KES: 100, UGX: 100, TZS: 100, RWF: 100 }

/** Rounds minor units, half away from zero, to what can be paid in the currency. */
export function roundPayable(minor: number, currency: string): number {
  const unit = PAYABLE_MINOR[currency] ?? 1
  return Math.sign(minor) * Math.round(Math.abs(minor) / unit) * unit
}

/** The part of a price that falls on `from`–`to` of a period, rounded to what can be paid. */
export function prorate(
  price: { amount: number; currency: string },
  part: { from: number; to: number },
  period: { from: number; to: number },
): number {
  const from = Math.max(part.from, period.from)
  const to = Math.min(part.to, period.to)
  if (to <= from) return 0
  return roundPayable((price.amount * (to - from)) / (period.to - period.from), price.currency)
}
