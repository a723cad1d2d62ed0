import { beforeEach, expect, test } from 'vitest'
import { findPlan, listPlans } from '../billing/plans.server.ts'
import { findSubscription } from '../billing/subscriptions.server.ts'
import { createTestPlatform } from '../billing/test-platform.ts'
import type { PlatformDb } from '../db.server.ts'
import { addPlan, listPlanRows, offerPlan, savePlan } from './plan-edit.server.ts'
import type { PlanFacts } from './plan-edit.server.ts'
import { beginTrial } from './trial.server.ts'

const owner = { id: 1, name: 'Olive', role: 'owner' } as const
const by = { kind: 'user', id: 1, name: 'Olive' } as const
const NOW = Date.parse('2026-03-20T09:00:00+03:00')
const facts: PlanFacts = {
  ...{ name: 'Starter', trialDays: 30, monthly: 990_000, setupFee: 0 },
  limits: { members: 5, answers: 1, messages: 1, endpoints: 1, storageMb: 1, contacts: null },
  overage: {},
}

let platform: PlatformDb
beforeEach(() => {
  platform = createTestPlatform('hotel')
  beginTrial(platform, by, { tenantId: 'hotel', planId: 'starter', at: NOW })
})

test('a new price is for new subscriptions, a limit for everybody', () => {
  expect(savePlan(platform, owner, { id: 'starter', facts })).toEqual({ ok: true })
  expect(findPlan(platform, 'starter', 'KES')).toMatchObject({
    monthly: 990_000,
    limits: facts.limits,
  })
  expect(findSubscription(platform, 'hotel')!.monthly).toBe(490_000)
  expect(savePlan(platform, owner, { id: 'none', facts })).toMatchObject({ reason: 'not_found' })
})

test('a plan is added under an address of its own', () => {
  expect(addPlan(platform, owner, facts)).toBe('starter-2')
  expect(addPlan(platform, owner, { ...facts, name: 'New' })).toBe('new-2')
  expect(listPlans(platform, 'KES').map(({ id }) => id)).toEqual([
    ...['starter', 'professional', 'growth', 'starter-2', 'new-2'],
  ])
})

test('who is on a plan stays on it when it is no longer offered, and one always is', () => {
  const offer = (id: string, isOffered: boolean) =>
    offerPlan(platform, owner, { id, isOffered, at: NOW })
  expect(offer('starter', false)).toEqual({ ok: true })
  expect(listPlans(platform, 'KES').map(({ id }) => id)).toEqual(['professional', 'growth'])
  expect(listPlanRows(platform).at(-1)).toMatchObject({ id: 'starter', companies: 1 })
  offer('growth', false)
  expect(offer('professional', false)).toEqual({ ok: false, reason: 'last_plan' })
  expect(offer('starter', true)).toEqual({ ok: true })
  expect(offer('none', true)).toMatchObject({ reason: 'not_found' })
})
