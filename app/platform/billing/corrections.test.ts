import { afterEach, beforeEach, expect, test } from 'vitest'
import { startStripeFake } from '#tests/fakes/stripe/server.ts'
import type { StripeFake } from '#tests/fakes/stripe/server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { advance } from './advance.server.ts'
import { approveCredit, askCredit, listWaitingCredits, refuseCredit } from './credit-asks.server.ts'
import { findDocument, listDocuments, listPayments } from './documents.server.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { checkLedger } from './ledger.server.ts'
import { approvePayment, listUndecided, refusePayment } from './manual-payments.server.ts'
import { addPayment, creditOf, findPayment, settlePayment } from './payments.server.ts'
import { askRefund, listRefundable, refundableCredit, retryRefund } from './refunds.server.ts'
import { createCards } from './stripe/client.server.ts'
import type { Cards } from './stripe/client.server.ts'
import { refundCard } from './stripe/refund.server.ts'
import { startTrial } from './subscriptions.server.ts'
import { createTestPlatform } from './test-platform.ts'

const T = 'company-1'
const DAY = 86_400_000
/** The job asks the clock itself. */
const NOW = Date.now()
const asha = { id: 1, name: 'Asha' }
const ben = { id: 2, name: 'Ben' }
const PAID = 858_400
const INTENT = 'pi_00000001fake'
const job = { attempt: 1, isLastAttempt: false, complete: () => undefined }
let platform: PlatformDb
let stripe: StripeFake
let cards: Cards
let invoiceId: number

beforeEach(async () => {
  stripe = await startStripeFake()
  cards = createCards({ url: stripe.url, secretKey: stripe.secretKey })
  stripe.world.intents.set(INTENT, {
    ...{ id: INTENT, status: 'succeeded', amount: PAID, currency: 'kes', customer: 'cus_1' },
    ...{ method: null, metadata: {}, keeps: false, refunded: 0 },
  })
  platform = createTestPlatform(T)
  platformSqliteOf(platform).exec(
    `insert into platform_users (id, email, name, role, created_at, updated_at)
     values (1, 'asha@b.test', 'Asha', 'admin', 0, 0), (2, 'ben@b.test', 'Ben', 'owner', 0, 0)`,
  )
  const options = { tenantId: T, planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...options, at: NOW - 15 * DAY })
  advance(platform, T, NOW)
  invoiceId = listOpenInvoices(platform, T)[0]!.id
  const id = addPayment(platform, {
    ...{ tenantId: T, invoiceId, method: 'card', status: 'asked', currency: 'KES', amount: PAID },
    at: NOW,
  })!
  settlePayment(platform, id, { reference: INTENT, at: NOW })
})
afterEach(() => stripe.close())

function credit(subtotal: number): number {
  const asked = askCredit(platform, asha, {
    ...{ tenantId: T, invoiceId, subtotal, reason: 'Down for a day', at: NOW },
  })
  if (!asked.ok) throw new Error(asked.reason)
  return asked.id
}

/** A credit note that two people agreed on, then a refund to the card that one asked for. */
function refundOf(amount: number): number {
  approveCredit(platform, ben, { id: credit(200_000), at: NOW })
  const paymentId = listRefundable(platform, T)[0]!.id
  const asked = askRefund(platform, asha, {
    ...{ tenantId: T, amount, method: 'card', paymentId, at: NOW },
  })
  if (!asked.ok) throw new Error(asked.reason)
  return asked.id
}

test('a credit note is issued with its own number when a second person agrees, once', () => {
  const id = credit(100_000)
  expect(listWaitingCredits(platform)).toMatchObject([{ id, askerName: 'Asha' }])
  expect(approveCredit(platform, asha, { id, at: NOW })).toMatchObject({ reason: 'same_person' })
  const approved = approveCredit(platform, ben, { id, at: NOW })
  if (!approved.ok) throw new Error(approved.reason)
  expect(approveCredit(platform, ben, { id, at: NOW })).toMatchObject({ reason: 'already_decided' })
  expect(findDocument(platform, T, approved.creditNoteId!)).toMatchObject({
    number: expect.stringMatching(/^CRN-\d{4}-00001$/) as string,
    ...{ subtotal: 100_000, tax: 16_000, total: 116_000 },
    reason: 'Down for a day',
  })
  expect(creditOf(platform, T, 'KES')).toBe(116_000)
  expect(checkLedger(platform)).toEqual([])
})

test('credit notes that wait count: together never more than the invoice', () => {
  const id = credit(700_000)
  const ask = { tenantId: T, invoiceId, subtotal: 50_000, reason: 'More', at: NOW }
  expect(askCredit(platform, ben, ask)).toMatchObject({ reason: 'more_than_invoiced' })
  expect(askCredit(platform, ben, { ...ask, tenantId: 'company-2' }).ok).toBe(false)
  expect(refuseCredit(platform, asha, { id, at: NOW }).ok).toBe(true)
  expect(askCredit(platform, ben, ask).ok).toBe(true)
  const numbers = listDocuments(platform, T).rows.map(({ number }) => number)
  expect(numbers).toEqual([expect.stringMatching(/^INV-/)])
})

test('a card is refunded once, however often the job runs', async () => {
  const id = refundOf(232_000)
  expect(approvePayment(platform, asha, { id, at: NOW })).toMatchObject({ reason: 'same_person' })
  expect(stripe.world.refunds).toEqual([])
  expect(approvePayment(platform, ben, { id, at: NOW })).toEqual({ ok: true })
  expect(refundableCredit(platform, T, 'KES')).toBe(0)
  stripe.fail('drop', 'drop')
  await expect(refundCard(platform, { paymentId: id }, job, cards)).rejects.toThrow()
  await refundCard(platform, { paymentId: id }, job, cards)
  await refundCard(platform, { paymentId: id }, job, cards)
  expect(stripe.world.refunds).toMatchObject([{ intent: INTENT, amount: 232_000 }])
  expect(findPayment(platform, id)).toMatchObject({ status: 'settled', amount: 232_000 })
  expect(creditOf(platform, T, 'KES')).toBe(0)
  expect(listRefundable(platform, T)).toMatchObject([{ left: PAID - 232_000 }])
  expect(checkLedger(platform)).toEqual([])
})

test('what a bank does not take back stays credit, and says so', async () => {
  const id = refundOf(232_000)
  approvePayment(platform, ben, { id, at: NOW })
  stripe.world.refundsAre = 'pending'
  expect(await refundCard(platform, { paymentId: id }, job, cards)).toHaveProperty('retryAfterMs')
  stripe.world.refunds[0]!.status = 'failed'
  await refundCard(platform, { paymentId: id }, job, cards)
  expect(findPayment(platform, id)).toMatchObject({ status: 'failed', reason: 'refund_failed' })
  expect(refundableCredit(platform, T, 'KES')).toBe(232_000)
  expect(listPayments(platform, T).rows[0]).toMatchObject({ direction: 'out', status: 'failed' })
  expect(checkLedger(platform)).toEqual([])
})

test('a silent vendor leaves the refund to people, who ask again', async () => {
  const id = refundOf(116_000)
  approvePayment(platform, ben, { id, at: NOW })
  const last = { ...job, isLastAttempt: true }
  stripe.fail('broken', 'broken')
  await refundCard(platform, { paymentId: id }, last, cards)
  expect(listUndecided(platform)).toMatchObject([{ id, status: 'review', direction: 'out' }])
  expect(retryRefund(platform, ben, { id, at: NOW + 1 })).toEqual({ ok: true })
  await refundCard(platform, { paymentId: id }, job, cards)
  expect(findPayment(platform, id)!.status).toBe('settled')
  expect(creditOf(platform, T, 'KES')).toBe(116_000)
})

test('never more than the credit, nor more than the card paid; by hand it has a reference', () => {
  const id = refundOf(232_000)
  const bank = { tenantId: T, method: 'bank', at: NOW } as const
  const first = askRefund(platform, ben, { ...bank, amount: 200_000, reference: 'OUT1' })
  if (!first.ok) throw new Error(first.reason)
  expect(approvePayment(platform, asha, { id: first.id, at: NOW })).toEqual({ ok: true })
  expect(approvePayment(platform, ben, { id, at: NOW })).toMatchObject({
    reason: 'not_enough_credit',
  })
  expect(refusePayment(platform, ben, { id, reason: 'No', at: NOW }).ok).toBe(true)
  const again = { ...bank, amount: 10_000, reference: 'OUT1' }
  expect(askRefund(platform, ben, again)).toMatchObject({ reason: 'reference_taken' })
  const much = { ...bank, amount: 40_000, reference: 'OUT2' }
  expect(askRefund(platform, ben, much)).toMatchObject({ reason: 'no_credit' })
  expect(checkLedger(platform)).toEqual([])
})
