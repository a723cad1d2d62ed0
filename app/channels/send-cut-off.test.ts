import { afterEach, beforeEach, expect, test } from 'vitest'
import { retryMessage } from '#app/domain/conversations/retry.server.ts'
import { reclaimForeign } from '#app/jobs/queue.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { signalTenant } from '#app/tenancy/signals.server.ts'
import { rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
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

test('dropped after acceptance: settled by the status, delivered once', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'accept-then-drop', times: 1, match: { route: 'messages' } })
  const id = hotel.queue(conversationId, 'Karibu')
  await until(
    () => rows(bench.hotel, 'select ended_at from message_attempts')[0]?.['ended_at'],
    (endedAt) => typeof endedAt === 'number',
  )
  expect(hotel.find(id)?.status).toBe('sending')
  const providerId = hotel.sent()[0]?.id ?? ''
  await bench.fake.deliverStatuses(bench.hotel.phoneNumberId, [{ id: providerId, status: 'sent' }])
  await hotel.becomes(id, 'sent')
  expect(hotel.find(id)?.provider_id).toBe(providerId)
  hotel.skipWaiting('message.settle')
  await jobsDone('message.settle')
  expect(hotel.find(id)?.status).toBe('sent')
  expect(hotel.sent()).toHaveLength(1)
})

test('dropped before: no status comes, so it is unconfirmed, and Send again sends', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'drop', times: 1, match: { route: 'messages' } })
  const id = hotel.queue(conversationId, 'Karibu')
  await until(
    () => rows(bench.hotel, `select id from jobs where kind = 'message.settle'`),
    (jobs) => jobs.length === 1,
  )
  hotel.skipWaiting('message.settle')
  await hotel.becomes(id, 'unconfirmed')
  expect(hotel.sent()).toHaveLength(0)
  expect(retryMessage(bench.hotel.company.db, id)).toEqual({ ok: true })
  await hotel.becomes(id, 'sent')
  expect(hotel.sent()).toHaveLength(1)
})

test('the process died while sending: never repeated by itself', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'hang', times: 1, match: { route: 'messages' } })
  const id = hotel.queue(conversationId, 'Karibu')
  await hotel.becomes(id, 'sending')
  // What the next process finds: a running job of a worker that is no more.
  const sqlite = sqliteOf(bench.hotel.company.db)
  sqlite.exec(`update jobs set lease_token = 'dead:1' where kind = 'message.send'`)
  reclaimForeign(sqlite)
  signalTenant(bench.hotel.company.entry.id, 'jobs')
  await until(
    () => rows(bench.hotel, `select id from jobs where kind = 'message.settle'`),
    (jobs) => jobs.length === 1,
  )
  expect(hotel.find(id)?.status).toBe('sending')
  hotel.skipWaiting('message.settle')
  await hotel.becomes(id, 'unconfirmed')
  expect(hotel.sent()).toHaveLength(0)
})

test('it does not hold up the next message', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'drop', times: 1, match: { route: 'messages' } })
  hotel.queue(conversationId, 'lost')
  await hotel.becomes(hotel.queue(conversationId, 'next'), 'sent')
})

function jobsDone(kind: string) {
  return until(
    () => rows(bench.hotel, `select id from jobs where kind = ? and state <> 'done'`, kind),
    (waiting) => waiting.length === 0,
  )
}
