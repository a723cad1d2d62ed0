import { afterEach, beforeEach, expect, it } from 'vitest'
import { startAnthropicFake } from './server.ts'
import type { AnthropicFake } from './server.ts'

let fake: AnthropicFake
beforeEach(async () => {
  fake = await startAnthropicFake()
})
afterEach(() => fake.close())

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${fake.url}/_control/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: response.status, json: await response.json() }
}

const say = async (text: string) => {
  const response = await fetch(`${fake.url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'anthropic-version': '2026-10-21' },
    body: JSON.stringify({
      model: 'claude-haiku-5-5',
      max_tokens: 100,
      messages: [{ role: 'user', content: text }],
    }),
  })
  return { status: response.status, json: (await response.json()) as { content: unknown } }
}

it('scripts, breaks, lists and forgets from another process', async () => {
  const entries = [{ when: { pattern: '^price' }, times: 1, reply: { text: 'KES 100' } }]
  expect((await control('PUT', 'script', { entries })).status).toBe(200)
  expect((await say('Price please')).json.content).toEqual([{ type: 'text', text: 'KES 100' }])
  expect((await say('Price please')).json.content).toMatchObject([{ text: 'echo: Price please' }])

  await control('POST', 'faults', { mode: 'http_529', times: 'always' })
  expect([(await say('a')).status, (await say('b')).status]).toEqual([529, 529])
  await control('DELETE', 'faults')
  expect((await say('c')).status).toBe(200)

  const { requests } = (await control('GET', 'requests')).json as { requests: { raw: string }[] }
  expect(requests).toHaveLength(5)
  expect(requests.every((request) => !request.raw.includes('another company'))).toBe(true)
  await control('POST', 'reset')
  expect(fake.requests).toHaveLength(0)
})

it('refuses what it does not know', async () => {
  expect((await control('POST', 'faults', { mode: 'explode' })).status).toBe(422)
  expect((await control('PUT', 'script', { entries: [{}] })).status).toBe(422)
  expect((await control('GET', 'nothing')).status).toBe(404)
})
