import { beforeEach, expect, test } from 'vitest'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { advance } from './advance.server.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { checkLedger } from './ledger.server.ts'
import {
  approvePayment,
  listAllPayments,
  listUndecided,
  recordPayment,
  refusePayment,
} from './manual-payments.server.ts'
import { addPayment, creditOf, findPayment, markPayment } from './payments.server.ts'
import { findSubscription, startTrial } from './subscriptions.server.ts'
import { createTestPlatform } from './test-platform.ts'

const T = 'company-1'
const DAY = 86_400_000
const NOW = Date.parse('2026-03-01T09:00:00Z')
const asha = { id: 1, name: 'Asha' }
const ben = { id: 2, name: 'Ben' }
let platform: PlatformDb

beforeEach(() => {
  platform = createTestPlatform(T)
  platformSqliteOf(platform).exec(
    `insert into platform_users (id, email, name, role, created_at, updated_at)
     values (1, 'asha@b.test', 'Asha', 'admin', 0, 0), (2, 'ben@b.test', 'Ben', 'owner', 0, 0)`,
  )
  const options = { tenantId: T, planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...options, at: NOW - 15 * DAY })
  advance(platform, T, NOW)
})

const money = { slug: T, method: 'bank' as const, amount: 858_400, reference: 'FT260301', at: NOW }

function record(more: Partial<typeof money> = {}): number {
  const made = recordPayment(platform, asha, { ...money, ...more })
  if (!made.ok) throw new Error(made.reason)
  return made.id
}

test('what one person records counts when a second one has looked, and opens the company', () => {
  const id = record()
  expect(findSubscription(platform, T)!.status).toBe('past_due')
  expect(approvePayment(platform, asha, { id, at: NOW })).toEqual({
    ...{ ok: false, reason: 'same_person' },
  })
  expect(approvePayment(platform, ben, { id, at: NOW })).toEqual({ ok: true })
  expect(approvePayment(platform, ben, { id, at: NOW })).toMatchObject({
    reason: 'already_decided',
  })
  expect(findSubscription(platform, T)!.status).toBe('active')
  expect(listOpenInvoices(platform, T)).toEqual([])
  expect(creditOf(platform, T, 'KES')).toBe(0)
  expect(checkLedger(platform)).toEqual([])
  expect(listAllPayments(platform, { search: 'FT26' }).rows).toMatchObject([
    { recorderName: 'Asha', deciderName: 'Ben', status: 'settled' },
  ])
})

test('a reference counts once, and a company must exist', () => {
  record()
  expect(recordPayment(platform, ben, money)).toEqual({ ok: false, reason: 'reference_taken' })
  const nobody = { ...money, slug: 'nobody', reference: 'X' }
  expect(recordPayment(platform, ben, nobody)).toEqual({ ok: false, reason: 'unknown_company' })
})

test('what is refused books nothing, and a contradiction ends with what really came', () => {
  const id = record({ reference: 'FT1' })
  expect(refusePayment(platform, ben, { id, reason: 'Not on the statement', at: NOW }).ok).toBe(
    true,
  )
  expect(approvePayment(platform, ben, { id, at: NOW })).toMatchObject({
    reason: 'already_decided',
  })
  const asked = addPayment(platform, {
    ...{ tenantId: T, method: 'mpesa', status: 'asked', currency: 'KES', amount: 858_400, at: NOW },
  })!
  markPayment(platform, asked, { status: 'review', reason: 'mpesa ABC123XYZ0', at: NOW })
  expect(listUndecided(platform).map(({ id: one }) => one)).toEqual([asked])
  expect(approvePayment(platform, ben, { id: asked, at: NOW })).toMatchObject({ ok: false })
  refusePayment(platform, ben, { id: asked, reason: 'One shilling came', at: NOW })
  const came = record({ reference: 'ABC123XYZ0', amount: 100 })
  approvePayment(platform, ben, { id: came, at: NOW })
  expect(findPayment(platform, asked)!.status).toBe('refused')
  expect(listOpenInvoices(platform, T)[0]).toMatchObject({ settled: 100 })
  expect(findSubscription(platform, T)!.status).toBe('past_due')
  expect(checkLedger(platform)).toEqual([])
})
