import type { Limits } from '#app/domain/usage/measures.ts'

/** Where a company stands with what it pays. Amounts are minor units, moments UTC ms. */
export type Standing = {
  status: 'trial' | 'active' | 'past_due' | 'suspended' | 'cancelled'
  plan: { id: string; name: string; limits: Limits }
  nextPlan: { id: string; name: string } | null
  currency: string
  monthly: number
  setupFee: number
  taxPercent: number
  addOns: { name: string; quantity: number; monthly: number }[]
  coupon: { code: string; monthsLeft: number | null } | null
  overageCap: number | null
  trialEndsAt: number | null
  periodStart: number | null
  periodEnd: number | null
  cancelsAtPeriodEnd: boolean
  pastDueSince: number | null
  suspendsAt: number | null
  endsAt: number | null
  cancelledAt: number | null
  owed: number
  next: { id: number; number: string; open: number; dueAt: number } | null
  credit: number
}
