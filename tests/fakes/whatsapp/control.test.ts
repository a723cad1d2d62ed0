import { afterEach, beforeEach, expect, it } from 'vitest'
import { CUSTOMER, PHONE_ID, sendText, startNumber } from './test-number.ts'

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
})
afterEach(() => world.close())

async function control(method: string, path: string, body?: unknown) {
  const init = { method, body: body === undefined ? undefined : JSON.stringify(body) }
  const response = await fetch(`${world.fake.url}/_control/${path}`, init)
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

it('lets another process add a number, write as a customer and read the answers', async () => {
  const number = {
    phoneNumberId: '20000001',
    displayPhoneNumber: '+254700000001',
    wabaId: '30000001',
  }
  const webhookUrl = `${world.receiver.url}/two`
  await control('POST', 'numbers', { ...number, accessToken: 'EAA2', webhookUrl })
  const message = { type: 'text', from: CUSTOMER, text: 'hi' }
  const { json } = await control('POST', 'numbers/20000001/inbound', message)
  expect(json).toMatchObject({ status: 200, ids: [expect.stringMatching(/^wamid\./)] })
  expect(world.receiver.requests[0]?.path).toBe('/two')
})

it('lists what was sent, also only what is new for one customer', async () => {
  await control('POST', `numbers/${PHONE_ID}/window`, { contact: CUSTOMER })
  const first = await sendText(world.fake, 'one')
  await sendText(world.fake, 'two')
  const after = encodeURIComponent(first.json.messages[0]?.id ?? '')
  const { json } = await control('GET', `numbers/${PHONE_ID}/sent?to=${CUSTOMER}&after=${after}`)
  expect(json.sent).toMatchObject([{ body: { text: { body: 'two' } } }])
})

it('switches faults, settings and the clock', async () => {
  await control('POST', 'faults', { kind: 'error', code: 131016 })
  expect((await sendText(world.fake)).status).toBe(503)
  await control('DELETE', 'faults')
  await control('PUT', 'settings', { window: 'off', statusFlow: { upTo: 'sent' } })
  expect((await sendText(world.fake)).status).toBe(200)
})

it('refuses bad input with 400 and unknown names with 404', async () => {
  expect((await control('POST', `numbers/${PHONE_ID}/inbound`, { type: 'text' })).status).toBe(400)
  expect((await control('PUT', 'settings', { window: 'maybe' })).status).toBe(400)
  expect((await control('PUT', 'settings', { windw: 'off' })).status).toBe(400)
  expect((await control('GET', 'numbers/404404/sent')).status).toBe(404)
  expect((await control('GET', 'nothing')).status).toBe(404)
})
