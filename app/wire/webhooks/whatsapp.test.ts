import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, drained, messagesOf, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

let bench: WhatsAppBench

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

test('a message shows', async () => {
  const { fake, hotel } = bench
  const result = await fake.deliverInbound(hotel.phoneNumberId, {
    type: 'text',
    from: CUSTOMER,
    name: 'Asha',
    text: 'Habari é',
  })
  expect(result.status).toBe(200)
  await drained(hotel)
  expect(messagesOf(hotel)).toMatchObject([{ text: 'Habari é', direction: 'inbound' }])
  expect(messagesOf(bench.school)).toEqual([])
})
