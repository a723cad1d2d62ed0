import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { findLimits, saveLimits } from './limits.server.ts'
import { nextOffer } from './next-offer.ts'
import type { EarlierOffer, Limits } from './next-offer.ts'

const LIST = 2_299_900
const limits: Limits = {
  ...{ floorMinor: 2_000_000, stepMinor: 100_000, roundsMax: 3, personBelowMinor: null },
  ...{ bulkFrom: null, bulkFloorMinor: null },
}
const offer = (more: Partial<Parameters<typeof nextOffer>[0]> = {}) =>
  nextOffer({ listMinor: LIST, limits, quantity: 1, bidMinor: null, earlier: [], ...more })
const at = (offeredMinor: number, quantity = 1): EarlierOffer => ({ offeredMinor, quantity })

describe('the next offer', () => {
  it('comes down a step at a time, until the rounds are over', () => {
    expect(offer()).toEqual({ offeredMinor: 2_199_900, outcome: 'countered' })
    const earlier = [at(2_199_900), at(2_099_900), at(2_000_000)]
    expect(offer({ earlier })).toEqual({ offeredMinor: 2_000_000, outcome: 'last' })
    expect(offer({ limits: { ...limits, roundsMax: 1 }, earlier: [at(2_199_900)] })).toEqual({
      ...{ offeredMinor: 2_199_900, outcome: 'last' },
    })
  })

  it('takes what the customer offers when it is no less than the next step', () => {
    expect(offer({ bidMinor: 2_250_000 })).toEqual({ offeredMinor: 2_250_000, outcome: 'accepted' })
    expect(offer({ bidMinor: 9_000_000 })).toEqual({ offeredMinor: LIST, outcome: 'accepted' })
    expect(offer({ bidMinor: 100 }).outcome).toBe('countered')
  })

  it('leaves a price below a bound to a person', () => {
    const bound = { ...limits, personBelowMinor: 2_150_000 }
    expect(offer({ limits: bound }).outcome).toBe('countered')
    expect(offer({ limits: bound, earlier: [at(2_199_900)] })).toEqual({
      ...{ offeredMinor: 2_199_900, outcome: 'person' },
    })
  })

  it('gives many pieces a floor of their own, which one piece has nothing of', () => {
    const bulk = { ...limits, bulkFrom: 10, bulkFloorMinor: 1_500_000, stepMinor: 400_000 }
    const many = offer({ limits: bulk, quantity: 10 })
    expect(many.offeredMinor).toBe(1_899_900)
    const earlier = [at(many.offeredMinor, 10)]
    expect(offer({ limits: bulk, earlier }).offeredMinor).toBe(2_000_000)
  })

  it('is never below the floor nor above the list, whoever haggles and however', () => {
    const amount = fc.integer({ min: 1, max: 5_000_000 })
    const turn = fc.record({
      bidMinor: fc.option(fc.integer({ min: -10, max: 6_000_000 })),
      quantity: fc.integer({ min: 1, max: 30 }),
    })
    const shape = fc.record({
      ...{ listMinor: amount, floorMinor: amount, stepMinor: amount, bulkFloorMinor: amount },
      ...{ roundsMax: fc.integer({ min: 1, max: 6 }), turns: fc.array(turn, { maxLength: 12 }) },
      personBelowMinor: fc.option(amount),
    })
    fc.assert(
      fc.property(shape, ({ listMinor, turns, ...rest }) => {
        const set: Limits = { ...rest, bulkFrom: 10 }
        const earlier: EarlierOffer[] = []
        for (const { bidMinor, quantity } of turns) {
          const { offeredMinor } = nextOffer({
            listMinor,
            limits: set,
            quantity,
            bidMinor,
            earlier,
          })
          const floor = quantity >= 10 ? set.bulkFloorMinor! : set.floorMinor
          expect(offeredMinor).toBeGreaterThanOrEqual(Math.min(listMinor, floor))
          expect(offeredMinor).toBeLessThanOrEqual(listMinor)
          earlier.push({ quantity, offeredMinor })
        }
      }),
    )
  })
})

describe('limits', () => {
  let tenant: TestTenant
  beforeEach(() => {
    tenant = createTestTenant({ industry: 'tech-shop' })
    upsertProducts(tenant.db, [{ sku: 'A', name: 'Phone', priceMinor: LIST, currency: 'KES' }])
  })
  afterEach(() => tenant.close())
  const saver = { id: 1, name: 'Esther' }

  it('make sense together, or are refused', () => {
    const save = (more: Partial<Limits>) =>
      saveLimits(tenant.db, saver, { productId: 1, limits: { ...limits, ...more } })
    expect(save({ floorMinor: LIST + 1 })).toEqual({ ok: false, reason: 'floor_above_price' })
    expect(save({ bulkFrom: 5, bulkFloorMinor: 2_100_000 })).toMatchObject({
      reason: 'bulk_floor_above_floor',
    })
    expect(save({ personBelowMinor: 1 })).toMatchObject({ reason: 'person_below_floor' })
    expect(findLimits(tenant.db, 1)).toBeUndefined()
    expect(save({})).toEqual({ ok: true })
    expect(findLimits(tenant.db, 1)).toMatchObject(limits)
  })

  it('stand in no audit entry; taken away, the price is fixed', () => {
    saveLimits(tenant.db, saver, { productId: 1, limits })
    saveLimits(tenant.db, saver, { productId: 1, limits: null })
    expect(findLimits(tenant.db, 1)).toBeUndefined()
    const log = tenant.db.select().from(auditLog).all()
    expect(log.map(({ action }) => action)).toEqual([
      'product.bargaining_changed',
      'product.bargaining_ended',
    ])
    expect(JSON.stringify(log)).not.toContain('2000000')
  })
})
