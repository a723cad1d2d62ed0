import { afterEach, beforeEach, expect, test } from 'vitest'
import { listUnread, storeInboundEvent } from '#app/domain/endpoints/inbound-events.server.ts'
import { runAtOnce } from '#app/jobs/at-once.server.ts'
import { claimJob } from '#app/jobs/queue.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'
import { collectInbound, spreadInbound } from './inbound-job.server.ts'

let bench: WhatsAppBench

beforeEach(async () => {
  bench = await startWhatsAppBench()
})
afterEach(() => bench.close())

/** Stores calls as their webhook would; until the next `await` no worker gets its turn. */
function arrive(bodies: string[]): void {
  const { db } = bench.hotel.company
  inTransaction(db, () => {
    for (const raw of bodies) {
      const event = { endpointId: bench.hotel.id, eventId: raw, raw: Buffer.from(raw) }
      storeInboundEvent(db, event)
    }
  })
}

function call(n: number): string {
  const metadata = { display_phone_number: '1', phone_number_id: bench.hotel.phoneNumberId }
  const timestamp = String(Math.floor(Date.now() / 1000))
  const text = { body: `words ${n}` }
  const messages = [{ from: CUSTOMER, id: `wamid.${n}`, timestamp, type: 'text', text }]
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, messages } }
  const entry = [{ id: '1', changes: [change] }]
  return JSON.stringify({ object: 'whatsapp_business_account', entry })
}

const many = (count: number) => Array.from({ length: count }, (_, n) => call(n))
const jobs = () =>
  rows<{ kind: string; payload_json: string }>(
    bench.hotel,
    `select kind, payload_json from jobs where kind like 'inbound.%' and state = 'queued'`,
  )
const unread = () => listUnread(bench.hotel.company.db, { from: 1, limit: 1_000 })

/** One look of the worker, as it happens between two requests. */
function collectOnce() {
  const { db: store } = bench.hotel.company
  const { deps } = bench.server.services.channels
  const file = { store, sqlite: sqliteOf(store) }
  return runAtOnce(file, 'inbound.collect', (db, payload) => collectInbound(db, payload, deps), 5)
}

test('what comes in a rush shares one job, which goes on until everything is read', async () => {
  arrive(many(90))
  expect(jobs()).toHaveLength(1)
  const before = unread()
  expect(before).toHaveLength(90)
  const { isMore } = collectOnce()
  expect(isMore).toBe(true)
  const [next] = unread()
  expect(jobs()).toEqual([
    { kind: 'inbound.collect', payload_json: JSON.stringify({ fromEventId: next }) },
  ])
  await drained(bench.hotel)
  expect(new Set(messagesOf(bench.hotel).map((one) => one.text)).size).toBe(90)
  expect(jobs()).toEqual([])
})

test('what comes after the job has ended is read by the same job, begun anew', async () => {
  arrive([call(1)])
  await drained(bench.hotel)
  arrive([call(2)])
  await drained(bench.hotel)
  expect(messagesOf(bench.hotel)).toHaveLength(2)
  expect(rows(bench.hotel, `select id from jobs where kind = 'inbound.collect'`)).toHaveLength(1)
})

test('an event that cannot be read gets a job of its own, and the others are read', () => {
  arrive([call(1), 'not JSON at all', call(2)])
  const [, broken] = unread()
  while (collectOnce().isMore);
  expect(messagesOf(bench.hotel)).toHaveLength(2)
  expect(unread()).toEqual([broken])
  expect(jobs()).toEqual([
    { kind: 'inbound.process', payload_json: JSON.stringify({ eventId: broken }) },
  ])
})

test('what waited when a process died is tried one by one, and nothing is left out', async () => {
  const { db: store } = bench.hotel.company
  const sqlite = sqliteOf(store)
  arrive(many(510))
  sqlite.exec('update jobs set created_at = 1')
  expect(collectOnce()).toMatchObject({ done: 0 })
  const job = claimJob(sqlite, Date.now(), 'intake')
  if (!job) throw new Error('nothing was due')
  const spread = runJob({ store, sqlite }, { 'inbound.collect': spreadInbound }, job)
  const kinds = jobs().map((one) => one.kind)
  expect(kinds.filter((kind) => kind === 'inbound.process')).toHaveLength(500)
  expect(kinds.filter((kind) => kind === 'inbound.collect')).toHaveLength(1)
  await spread
  await expect.poll(unread, { timeout: 60_000 }).toEqual([])
  expect(new Set(messagesOf(bench.hotel).map((one) => one.text)).size).toBe(510)
}, 90_000)
