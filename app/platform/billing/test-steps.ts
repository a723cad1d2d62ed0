import fc from 'fast-check'
import type { AddOnName, CouponName, Method, PlanName } from './test-prices.ts'

const plan = fc.constantFrom<PlanName>('starter', 'professional', 'growth')
const method = fc.constantFrom<Method>('mpesa', 'card', 'card', 'bank')
/** What may happen to a company, in any order. */
export const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('coupon'),
      code: fc.constantFrom<CouponName>('FIFTH', 'ALWAYS'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add on'),
      addOn: fc.constantFrom<AddOnName>('answers', 'member'),
      count: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('use'),
      cap: fc.constantFrom(null, 500, 20_000),
      answers: fc.constantFrom(0, 1000, 1399, 7000, 30_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay'),
      part: fc.constantFrom(0.5, 1, 1, 1, 2),
      method,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tell again') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('order') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose'), plan }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resume') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('take'),
      which: fc.nat(8),
      part: fc.constantFrom(0.3, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('refund'), part: fc.constantFrom(0.5, 1, 2), method }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('send back'), part: fc.constantFrom(0.3, 1, 2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arrives'), isThere: fc.boolean() }) },
)
export type Step = {
  do: string
  days?: number
  part?: number
  plan?: PlanName
  which?: number
  method?: Method
  code?: CouponName
  addOn?: AddOnName
  count?: number
  cap?: number | null
  answers?: number
  isThere?: boolean
}
