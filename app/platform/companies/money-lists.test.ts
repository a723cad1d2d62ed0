import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPayment, markPayment } from '../billing/payments.server.ts'
import { createTestPlatform } from '../billing/test-platform.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { sumInvoices, sumPayments } from './money-lists.server.ts'

const NOW = Date.UTC(2026, 10, 20)

let platform: PlatformDb
beforeEach(() => {
  platform = createTestPlatform('hotel')
})
afterEach(() => closePlatform(platform))

function bill(number: string, invoice: { currency: string; total: number; status?: string }) {
  platformSqliteOf(platform)
    .prepare(
      `insert into invoices (tenant_id, number, kind, status, currency, subtotal, tax_percent, tax, total, settled,
         issued_at, due_at) values ('hotel', ?, 'invoice', ?, ?, ?, 0, 0, ?, 0, ?, ?)`,
    )
    .run(
      ...[number, invoice.status ?? 'open', invoice.currency, invoice.total, invoice.total],
      ...[NOW - 9e8, NOW - 1],
    )
}

test('what is owed in several currencies stands beside each other, with its own count', () => {
  expect(sumInvoices(platform, { state: 'open', now: NOW })).toEqual({
    ...{ count: 0, amounts: [{ currency: 'KES', count: 0, amount: 0 }] },
  })
  bill('A-1', { currency: 'USD', total: 3_000 })
  bill('A-2', { currency: 'KES', total: 450_000 })
  bill('A-3', { currency: 'KES', total: 50_000 })
  bill('A-4', { currency: 'KES', total: 70_000, status: 'paid' })
  expect(sumInvoices(platform, { state: 'overdue', now: NOW })).toEqual({
    count: 3,
    amounts: [
      { currency: 'KES', count: 2, amount: 500_000 },
      { currency: 'USD', count: 1, amount: 3_000 },
    ],
  })
  expect(sumInvoices(platform, { state: 'all', now: NOW })).toMatchObject({
    ...{ count: 4, amounts: [{ count: 3, amount: 500_000 }, { count: 1 }] },
  })
})

test('of all payments only what came in counts, less what was paid back', () => {
  const pay = (
    currency: string,
    amount: number,
    status: 'settled' | 'failed',
    direction = 'in',
  ) => {
    const asked = { method: 'bank' as const, status: 'asked' as const, amount, at: NOW }
    const id = addPayment(platform, { tenantId: 'hotel', currency, ...asked })!
    if (status === 'failed') return markPayment(platform, id, { status, at: NOW })
    platformSqliteOf(platform)
      .prepare(`update payments set status = 'settled', settled_at = ?, direction = ? where id = ?`)
      .run(NOW, direction, id)
  }
  pay('KES', 900, 'settled')
  pay('KES', 200, 'settled', 'out')
  pay('KES', 500, 'failed')
  pay('USD', 30, 'settled')
  expect(sumPayments(platform, { state: 'all', now: NOW })).toEqual({
    count: 4,
    amounts: [
      { currency: 'KES', count: 3, amount: 700 },
      { currency: 'USD', count: 1, amount: 30 },
    ],
  })
  expect(sumPayments(platform, { state: 'failed', now: NOW })).toMatchObject({
    ...{ count: 1, amounts: [{ currency: 'KES', amount: 500 }] },
  })
})
