import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { signalTenant } from '#app/tenancy/signals.server.ts'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

let bench: WhatsAppBench

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

function setStatus(status: string): void {
  platformSqliteOf(bench.server.runtime.platform)
    .prepare('update tenants set status = ? where id = ?')
    .run(status, bench.hotel.company.entry.id)
}

function write(id: string) {
  return bench.fake.deliverInbound(bench.hotel.phoneNumberId, {
    ...{ type: 'text', from: CUSTOMER, text: 'anybody there?', id },
  })
}

test('a suspended company’s messages are stored, and read when it is active again', async () => {
  setStatus('suspended')
  expect((await write('wamid.waiting')).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(rows(bench.hotel, 'select id from inbound_events')).toHaveLength(1)
  expect(messagesOf(bench.hotel)).toEqual([])
  setStatus('active')
  signalTenant(bench.hotel.company.entry.id, 'jobs')
  await drained(bench.hotel)
  expect(messagesOf(bench.hotel).map((one) => one.provider_id)).toEqual(['wamid.waiting'])
})

test('a disabled endpoint takes nothing in', async () => {
  const { hotel, server } = bench
  server.services.endpoints.setEnabled(hotel.company.db, hotel.id, false)
  expect((await write('wamid.disabled')).status).toBe(200)
  expect(rows(hotel, 'select id from inbound_events')).toHaveLength(1)
})

test('a deleted company’s address is unknown', async () => {
  setStatus('deleted')
  expect((await write('wamid.gone')).status).toBe(404)
})
