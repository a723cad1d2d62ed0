/** What the model of billing charges, in whole shillings. */
export const PRICES = { starter: 4900, professional: 14_900, growth: 39_900 } as const
export const SETUP = { starter: 2500, professional: 5000, growth: 10_000 } as const
export const ANSWERS = { starter: 1000, professional: 6000, growth: 25_000 } as const
export const BEYOND = { starter: 5, professional: 4, growth: 3 } as const
export const ADD_ONS = { answers: 3500, member: 900 } as const
export const MODEL_COUPONS = {
  FIFTH: { percent: 20, amount: 0, months: 2 },
  ALWAYS: { percent: 0, amount: 6000, months: null },
} as const
export type PlanName = keyof typeof PRICES
export type AddOnName = keyof typeof ADD_ONS
export type CouponName = keyof typeof MODEL_COUPONS
export type Method = 'mpesa' | 'card' | 'bank'
export type Status = 'trial' | 'active' | 'past_due' | 'suspended' | 'cancelled'

export const withTax = (net: number) => net + Math.round(net * 0.16)

export type ModelInvoice = {
  isLost: boolean
  total: number
  net: number
  taken: number
  settled: number
  due: number
}
