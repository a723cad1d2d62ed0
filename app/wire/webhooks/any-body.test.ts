import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signMeta } from '#tests/fakes/whatsapp/sign.ts'
import { CUSTOMER, drained, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

const RUNS = 150
let bench: WhatsAppBench

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

function post(body: string) {
  return bench.server.fetch({
    ...{ host: 'hotel.localhost', path: bench.hotel.path, method: 'POST', body },
    headers: { 'x-hub-signature-256': signMeta('secret-of-hotel', body) },
  })
}

const types = [
  ...['text', 'image', 'audio', 'location', 'contacts', 'button', 'interactive', 'order', 'system'],
  ...['reaction', 'edit', 'revoke', 'ephemeral', 'unsupported', 'constructor', '__proto__', ''],
]
const oddValue = fc.oneof(fc.jsonValue(), fc.string(), fc.constant(CUSTOMER))

/** A message with every field there, each of them sometimes anything at all. */
const message = fc
  .record(
    {
      id: fc.oneof(fc.string(), oddValue),
      from: fc.oneof(fc.constant(CUSTOMER), oddValue),
      from_user_id: oddValue,
      timestamp: fc.oneof(fc.constant('1795000000'), oddValue),
      type: fc.constantFrom(...types),
      context: oddValue,
      referral: oddValue,
      errors: oddValue,
      content: oddValue,
    },
    { requiredKeys: ['type'] },
  )
  .map(({ content, ...rest }) => ({ ...rest, [rest.type]: content }))

const status = fc.record({ id: oddValue, status: oddValue, timestamp: oddValue, errors: oddValue })

const value = fc.record({
  metadata: fc.constant(undefined),
  contacts: fc.oneof(fc.array(oddValue), oddValue),
  messages: fc.oneof(fc.array(fc.oneof(message, oddValue), { maxLength: 5 }), oddValue),
  statuses: fc.oneof(fc.array(fc.oneof(status, oddValue), { maxLength: 3 }), oddValue),
  message_echoes: fc.array(fc.oneof(message, oddValue), { maxLength: 3 }),
})

test('no body gives a 500, and what was taken is always read to its end', async () => {
  const fields = ['messages', 'smb_message_echoes', 'message_template_status_update', 'x']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), value, async (field, odd) => {
      const metadata = { phone_number_id: bench.hotel.phoneNumberId }
      const changes = [{ field, value: { ...odd, metadata } }]
      const entry = [{ id: '102290129340398', changes }]
      const response = await post(JSON.stringify({ object: 'whatsapp_business_account', entry }))
      expect(response.status).toBe(200)
    }),
    { numRuns: RUNS },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
      expect([200, 400, 404]).toContain((await post(body)).status)
    }),
    { numRuns: RUNS },
  )
  await drained(bench.hotel)
  expect(rows(bench.hotel, `select id from inbound_events where error is not null`)).toEqual([])
  expect(rows(bench.hotel, `select kind from jobs where state = 'failed'`)).toEqual([])
})
