import { afterEach, beforeEach, expect, test } from 'vitest'
import { retryMessage } from '#app/domain/conversations/retry.server.ts'
import { drained, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'
import { hotelOf } from '#tests/whatsapp-hotel.ts'
import type { Hotel } from '#tests/whatsapp-hotel.ts'

let bench: WhatsAppBench
let hotel: Hotel

beforeEach(async () => {
  bench = await startWhatsAppBench()
  hotel = hotelOf(bench)
})
afterEach(() => bench.close())

async function sentMessage(): Promise<{ id: number; providerId: string }> {
  const id = hotel.queue(await hotel.customerWrites(), 'Karibu')
  await hotel.becomes(id, 'sent')
  return { id, providerId: hotel.find(id)?.provider_id ?? '' }
}
async function tell(statuses: { id: string; status: 'sent'; code?: number }[]) {
  await bench.fake.deliverStatuses(bench.hotel.phoneNumberId, statuses)
  await drained(bench.hotel)
}
const word = (id: string, status: string) => ({ id, status: status as 'sent' })

test('only move forward; a late sent and a late failed change nothing', async () => {
  const { id, providerId } = await sentMessage()
  for (const status of ['read', 'delivered', 'sent', 'failed']) {
    await tell([word(providerId, status)])
    expect(hotel.find(id)?.status).toBe('read')
  }
})

test('played shows as read', async () => {
  const { id, providerId } = await sentMessage()
  await tell([word(providerId, 'played')])
  expect(hotel.find(id)?.status).toBe('read')
  expect(rows(bench.hotel, 'select id from messages where played_at is not null')).toHaveLength(1)
})

test('failed after sent says why in words, and Retry makes a new attempt', async () => {
  const { id, providerId } = await sentMessage()
  await tell([{ ...word(providerId, 'failed'), code: 131026 }])
  expect(hotel.find(id)).toMatchObject({ status: 'failed', failure_code: '131026' })
  expect(hotel.find(id)?.failure_reason).toContain('cannot be delivered')
  expect(retryMessage(bench.hotel.company.db, id)).toEqual({ ok: true })
  await hotel.becomes(id, 'sent')
  expect(hotel.sent()).toHaveLength(2)
  expect(hotel.attempts(id)).toEqual([
    { number: 1, state: 'failed' },
    { number: 2, state: 'accepted' },
  ])
  await tell([{ ...word(providerId, 'failed'), code: 131026 }])
  expect(hotel.find(id)?.status).toBe('sent')
})

test('one that overtakes the vendor’s answer is applied when the answer comes', async () => {
  bench.fake.configure({ statuses: 'auto', statusFlow: { ...EARLY, upTo: 'delivered' } })
  const id = hotel.queue(await hotel.customerWrites(), 'Karibu')
  await hotel.becomes(id, 'delivered')
  expect(rows(bench.hotel, 'select id from early_statuses')).toEqual([])
})

test('one about a message nobody knows is parked, not lost and not fatal', async () => {
  await tell([word('wamid.unknown', 'delivered')])
  expect(rows(bench.hotel, 'select provider_id from early_statuses')).toEqual([
    { provider_id: 'wamid.unknown' },
  ])
})

test('our id from another company’s number moves nothing here', async () => {
  const { id } = await sentMessage()
  const { fake, school } = bench
  const forged = { ...word('wamid.elsewhere', 'read'), callbackData: String(id) }
  await fake.deliverStatuses(school.phoneNumberId, [forged])
  await drained(school)
  expect(hotel.find(id)?.status).toBe('sent')
})

const EARLY = {
  ...{ early: true, skipDelivered: false, reversed: false, duplicate: false },
  ...{ batched: false, delayMs: 0 },
}
