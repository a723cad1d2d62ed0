import { afterEach, beforeEach, expect, it } from 'vitest'
import { ANN, TOKEN, sendText, startBot } from './test-bot.ts'

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

async function control(method: string, path: string, body?: unknown) {
  const init = { method, body: body === undefined ? undefined : JSON.stringify(body) }
  const response = await fetch(`${world.fake.url}/_control/${path}`, init)
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

it('lets another process add a bot, write to it and read its answers', async () => {
  const webhookUrl = `${world.receiver.url}/two`
  await control('POST', 'bots', { token: '333:OTHER', username: 'two_bot', webhookUrl })
  const message = { type: 'text', from: ANN, text: 'hi' }
  const { json } = await control('POST', 'bots/333:OTHER/message', message)
  expect(json).toMatchObject({ status: 200, messageId: expect.any(Number) })
  expect(world.receiver.requests[0]?.path).toBe('/two')
})

it('lists the bot messages that are new in a chat', async () => {
  const first = await sendText(world.fake, 'one')
  await sendText(world.fake, 'two')
  const after = first.json.result.message_id
  const { json } = await control('GET', `bots/${TOKEN}/sent?chatId=${ANN.id}&after=${after}`)
  expect(json.sent).toMatchObject([{ text: 'two' }])
})

it('switches faults and serves files', async () => {
  await control('POST', 'faults', {
    kind: 'error',
    errorCode: 403,
    description: 'user is deactivated',
  })
  expect((await sendText(world.fake)).json.description).toBe('Forbidden: user is deactivated')
  await control('DELETE', 'faults')
  const base64 = Buffer.from('bytes').toString('base64')
  await world.fake.deliverMessage(TOKEN, { type: 'voice', from: ANN, base64 })
  const fileId = /"file_id":"([^"]+)"/.exec(String(world.receiver.requests[0]?.body))?.[1]
  const file = await fetch(`${world.fake.url}/_control/bots/${TOKEN}/files/${fileId}`)
  expect(await file.text()).toBe('bytes')
})

it('refuses bad input with 400 and unknown names with 404', async () => {
  expect((await control('POST', `bots/${TOKEN}/message`, { type: 'text' })).status).toBe(400)
  expect((await control('PUT', 'settings', { rate: true })).status).toBe(400)
  expect((await control('GET', 'bots/404:X/sent')).status).toBe(404)
  expect((await control('GET', 'bots/404:X/files/a')).status).toBe(404)
})
