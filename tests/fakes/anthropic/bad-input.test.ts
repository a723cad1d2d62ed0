import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAnthropicFake } from './server.ts'
import type { AnthropicFake } from './server.ts'

let fake: AnthropicFake
beforeAll(async () => {
  fake = await startAnthropicFake({ apiKeys: ['good'] })
})
afterAll(() => fake.close())

const HEADERS = {
  authorization: 'Bearer good',
  'anthropic-version': '2026-10-21',
  'content-type': 'application/json',
}
const valid = {
  model: 'claude-haiku-5-5',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'hi' }] as unknown[],
}
const user = (...content: unknown[]) => ({ messages: [{ role: 'user', content }] })
const schema = (value: unknown) => ({
  output_config: { format: { type: 'json_schema', schema: value } },
})
const closed = { type: 'object', additionalProperties: false }

async function send(body: unknown, headers: Record<string, string> = HEADERS) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(`${fake.url}/v1/messages`, { method: 'POST', headers, body: text })
  return { response, json: (await response.json()) as Record<string, Record<string, string>> }
}

describe('the list of the contract', () => {
  it.each([
    ['missing max_tokens', { max_tokens: undefined }],
    ['max_tokens 0', { max_tokens: 0 }],
    ['empty messages', { messages: [] }],
    ['empty text block', user({ type: 'text', text: '' })],
    ['empty string content', { messages: [{ role: 'user', content: '' }] }],
    ['temperature', { temperature: 0.2 }],
    ['top_p', { top_p: 0.9 }],
    ['top_k', { top_k: 3 }],
    ['assistant first', { messages: [{ role: 'assistant', content: 'hi' }] }],
    ['tool_result without tool_use', user({ type: 'tool_result', tool_use_id: 'toolu_1' })],
    ['tool name with spaces', { tools: [{ name: 'look up', input_schema: { type: 'object' } }] }],
    ['tool_choice without tools', { tool_choice: { type: 'any' } }],
    [
      'image of media type text/html',
      user({ type: 'image', source: { type: 'base64', media_type: 'text/html', data: 'AAAA' } }),
    ],
    ['unknown block type', user({ type: 'hologram' })],
    ['citations on user text', user({ type: 'text', text: 'a', citations: { enabled: true } })],
    ['unknown field', { temprature: 1 }],
    ['thinking budget over max_tokens', { thinking: { type: 'enabled', budget_tokens: 2000 } }],
    ['schema without type', schema({ properties: {} })],
    [
      'schema with a limit',
      schema({ ...closed, properties: { n: { type: 'number', minimum: 0 } } }),
    ],
    ['open object schema', schema({ type: 'object', properties: {} })],
    ['self reference', schema({ ...closed, properties: { child: { $ref: '#' } } })],
    [
      'recursive $defs',
      schema({
        $ref: '#/$defs/Node',
        $defs: { Node: { ...closed, properties: { next: { $ref: '#/$defs/Node' } } } },
      }),
    ],
  ])('%s is 400', async (_name, change) => {
    const { response, json } = await send({ ...valid, ...change })
    expect(response.status).toBe(400)
    expect(json.error!.type).toBe('invalid_request_error')
    expect(json.request_id).toBe(response.headers.get('request-id'))
  })

  it('an unanswered tool_use and a late tool_result are 400', async () => {
    const use = { type: 'tool_use', id: 'toolu_1', name: 'a', input: {} }
    const result = { type: 'tool_result', tool_use_id: 'toolu_1', content: 'ok' }
    const talk = (...last: unknown[]) => [
      ...valid.messages,
      { role: 'assistant', content: [use] },
      { role: 'user', content: last },
    ]
    const text = { type: 'text', text: 'a' }
    expect((await send({ ...valid, messages: talk(text) })).response.status).toBe(400)
    expect((await send({ ...valid, messages: talk(text, result) })).response.status).toBe(400)
    expect((await send({ ...valid, messages: talk(result, text) })).response.status).toBe(200)
  })

  it('invalid JSON is 400', async () => {
    expect((await send('{"model":')).response.status).toBe(400)
  })

  it('an unknown model is 404', async () => {
    const { response, json } = await send({ ...valid, model: 'claude-none' })
    expect([response.status, json.error!.type]).toEqual([404, 'not_found_error'])
  })

  it('no key and an unknown key are 401; x-api-key is good', async () => {
    const rest = { 'anthropic-version': '2026-10-21' }
    const status = async (headers: Record<string, string>) =>
      (await send(valid, { ...rest, ...headers })).response.status
    expect(await status({})).toBe(401)
    expect(await status({ authorization: 'Bearer bad' })).toBe(401)
    expect(await status({ 'x-api-key': 'good' })).toBe(200)
  })

  it('an unknown or missing version is 400; the old one takes a temperature', async () => {
    const key = { authorization: 'Bearer good' }
    expect((await send(valid, key)).response.status).toBe(400)
    const future = { ...key, 'anthropic-version': '2030-01-01' }
    expect((await send(valid, future)).response.status).toBe(400)
    const old = { ...key, 'anthropic-version': '2023-06-01' }
    expect((await send({ ...valid, temperature: 0.5 }, old)).response.status).toBe(200)
  })

  it('a body over 32 MB is 413', async () => {
    const messages = [{ role: 'user', content: 'x'.repeat(33 * 1024 * 1024) }]
    expect((await send({ ...valid, messages })).response.status).toBe(413)
  })

  it('other paths are 404 and other methods 405', async () => {
    const get = (path: string) => fetch(`${fake.url}${path}`, { headers: HEADERS })
    expect((await get('/v1/complete')).status).toBe(404)
    expect((await get('/v1/messages')).status).toBe(405)
  })
})
