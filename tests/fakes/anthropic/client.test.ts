import Anthropic, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
} from '@anthropic-ai/sdk'
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HTTP_FAULTS } from './faults.ts'
import type { HttpFaultMode } from './faults.ts'
import { startAnthropicFake } from './server.ts'
import type { AnthropicFake } from './server.ts'

const MODEL = 'claude-haiku-5-5'
const ask = (text: string) => ({
  model: MODEL,
  max_tokens: 1000,
  messages: [{ role: 'user' as const, content: text }],
})

let fake: AnthropicFake
let client: Anthropic
const connect = (maxRetries = 0) =>
  new Anthropic({ apiKey: 'key-a', baseURL: fake.url, maxRetries, timeout: 5_000 })

beforeEach(async () => {
  fake = await startAnthropicFake({ apiKeys: ['key-a', 'key-b'] })
  client = connect()
})
afterEach(() => fake.close())

describe('create', () => {
  it('echoes, counts tokens and gives a request id', async () => {
    const message = await client.messages.create(ask('Hujambo 👋'))
    expect(message.content).toEqual([{ type: 'text', text: 'echo: Hujambo 👋' }])
    expect(message.stop_reason).toBe('end_turn')
    expect(message.usage).toMatchObject({ input_tokens: 3, output_tokens: 4 })
    expect(message._request_id).toBe(fake.requests[0]!.requestId)
    const counted = await client.messages.countTokens({ model: MODEL, messages: ask('x').messages })
    expect(counted.input_tokens).toBe(1)
  })

  it('lists models', async () => {
    const page = await client.models.list()
    expect(page.data.map((model) => model.id)).toContain(MODEL)
    expect((await client.models.retrieve(MODEL)).id).toBe(MODEL)
  })

  it('cuts at max_tokens', async () => {
    const message = await client.messages.create({ ...ask('a long question'), max_tokens: 2 })
    expect(message).toMatchObject({ stop_reason: 'max_tokens', content: [{ text: 'echo: a ' }] })
  })

  it('runs a tool loop that the script asks for', async () => {
    const call = { name: 'lookup', input: { sku: 'A1' } }
    fake.script([
      { when: { tool: 'lookup', text: 'kettle' }, times: 1, reply: { toolUse: [call] } },
    ])
    const tools = [{ name: 'lookup', input_schema: { type: 'object' as const } }]
    const first = await client.messages.create({ ...ask('The kettle?'), tools })
    const use = first.content[0] as Anthropic.ToolUseBlock
    expect(first.stop_reason).toBe('tool_use')
    expect(use).toMatchObject({ type: 'tool_use', ...call })
    const second = await client.messages.create({
      ...ask('The kettle?'),
      tools,
      messages: [
        ...ask('The kettle?').messages,
        { role: 'assistant', content: first.content },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: use.id, content: 'ok' }] },
      ],
    })
    expect(second.stop_reason).toBe('end_turn')
  })

  it('bills a repeated long prefix as a cache read, per key', async () => {
    const system = [
      {
        type: 'text' as const,
        text: 'rule '.repeat(2000),
        cache_control: { type: 'ephemeral' as const },
      },
    ]
    const first = await client.messages.create({ ...ask('one'), system })
    const second = await client.messages.create({ ...ask('two'), system })
    const other = connect().withOptions({ apiKey: 'key-b' })
    const third = await other.messages.create({ ...ask('two'), system })
    expect(first.usage).toMatchObject({ cache_creation_input_tokens: 2500, input_tokens: 1 })
    expect(second.usage).toMatchObject({ cache_read_input_tokens: 2500, input_tokens: 1 })
    expect(third.usage.cache_read_input_tokens).toBe(0)
  })
})

describe('stream', () => {
  it('gives the same text as create, split inside characters', async () => {
    const text = 'Bei ya chai ☕️ ni KES 350 – 茶 350 先令 🫖'
    const stream = client.messages.stream(ask(text))
    const parts: string[] = []
    stream.on('text', (part) => parts.push(part))
    const message = await stream.finalMessage()
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.join('')).toBe(`echo: ${text}`)
    expect(message.content).toEqual([{ type: 'text', text: `echo: ${text}` }])
    expect(message.usage.output_tokens).toBeGreaterThan(5)
  })

  it('streams a tool call as joined JSON pieces', async () => {
    fake.script([
      { reply: { toolUse: [{ name: 'lookup', input: { sku: 'chai-☕', deep: [1, 2] } }] } },
    ])
    const tools = [{ name: 'lookup', input_schema: { type: 'object' as const } }]
    const message = await client.messages.stream({ ...ask('x'), tools }).finalMessage()
    expect(message.content[0]).toMatchObject({ input: { sku: 'chai-☕', deep: [1, 2] } })
  })

  it('ends with an error event, which is not retried', async () => {
    fake.fault('error_mid_stream')
    const error = await connect(2)
      .messages.stream(ask('x'))
      .finalMessage()
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(APIError)
    expect(error).toMatchObject({ type: 'overloaded_error', status: undefined })
    expect(fake.requests).toHaveLength(1)
  })

  it.each(['reset_mid_stream', 'reset'] as const)('breaks on %s', async (mode) => {
    fake.fault(mode)
    await expect(client.messages.stream(ask('x')).finalMessage()).rejects.toThrow()
    await expect.poll(() => fake.requests[0]).toMatchObject({ fault: mode, aborted: true })
  })

  it('can stop without message_stop', async () => {
    fake.fault('no_message_stop')
    const error = await client.messages
      .stream(ask('x'))
      .finalMessage()
      .catch((e: unknown) => e)
    expect(String(error)).toContain('stream ended without producing a Message')
  })

  it('records that the client gave up', async () => {
    fake.script([{ reply: { delayMs: 400 } }])
    const stream = client.messages.stream(ask('x'))
    setTimeout(() => stream.abort(), 50)
    await expect(stream.finalMessage()).rejects.toBeInstanceOf(Anthropic.APIUserAbortError)
    await expect.poll(() => fake.requests[0]?.aborted).toBe(true)
  })
})

describe('parse', () => {
  const format = zodOutputFormat(
    z.object({ language: z.enum(['en', 'sw']), words: z.int().min(0) }),
  )

  it('returns JSON built from the schema', async () => {
    const message = await client.messages.parse({ ...ask('x'), output_config: { format } })
    expect(message.parsed_output).toEqual({ language: 'en', words: 1 })
  })

  it.each(['truncated_json', 'not_json', 'max_tokens'] as const)('fails on %s', async (mode) => {
    fake.fault(mode)
    const call = client.messages.parse({ ...ask('x'), output_config: { format } })
    await expect(call).rejects.toThrow('Failed to parse structured output')
  })

  it.each([
    ['refusal', 'refusal'],
    ['context_exceeded', 'model_context_window_exceeded'],
    ['empty_content', 'end_turn'],
  ] as const)('has no output on %s', async (mode, stopReason) => {
    fake.fault(mode)
    const message = await client.messages.parse({ ...ask('x'), output_config: { format } })
    expect(message).toMatchObject({ parsed_output: null, stop_reason: stopReason })
  })
})

describe('errors and retries', () => {
  it.each([
    ['http_400', Anthropic.BadRequestError],
    ['http_401', Anthropic.AuthenticationError],
    ['http_402', Anthropic.PaymentRequiredError],
    ['http_403', Anthropic.PermissionDeniedError],
    ['http_404', Anthropic.NotFoundError],
    ['http_409', Anthropic.ConflictError],
    ['http_413', Anthropic.ContentTooLargeError],
    ['http_429', Anthropic.RateLimitError],
    ['http_500', Anthropic.InternalServerError],
    ['http_504', Anthropic.GatewayTimeoutError],
    ['http_529', Anthropic.OverloadedError],
  ] satisfies [HttpFaultMode, unknown][])('%s is the right error class', async (mode, type) => {
    fake.fault(mode)
    const error = await client.messages.create(ask('x')).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(type)
    expect(error).toMatchObject({ type: HTTP_FAULTS[mode].type, requestID: 'req_000001' })
  })

  it('names the spend limit', async () => {
    fake.fault('http_402')
    const error = await client.messages.create(ask('x')).catch((e: unknown) => e)
    expect(error).toMatchObject({ errorCode: 'enforced_spend_limit_reached' })
  })

  it('is retried after 529 and HTML 502, and then answers', async () => {
    fake.fault('http_529', 1, { retryAfterS: 0.01 })
    fake.fault('html_502')
    const message = await connect(2).messages.create(ask('again'))
    expect(message.content).toMatchObject([{ text: 'echo: again' }])
    expect(fake.requests.map((r) => r.headers['x-stainless-retry-count'])).toEqual(['0', '1', '2'])
  })

  it('refuses an unknown key and does not retry', async () => {
    const stranger = connect(2).withOptions({ apiKey: 'nope' })
    await expect(stranger.messages.create(ask('x'))).rejects.toMatchObject({ status: 401 })
    expect(fake.requests).toHaveLength(1)
  })

  it('hangs until the client times out, and still closes', async () => {
    fake.fault('hang')
    const call = client.messages.create(ask('x'), { timeout: 100 })
    await expect(call).rejects.toBeInstanceOf(APIConnectionTimeoutError)
  })

  it.each(['reset', 'truncated_body'] as const)('breaks the connection on %s', async (mode) => {
    fake.fault(mode)
    await expect(client.messages.create(ask('x'))).rejects.toThrow(
      mode === 'reset' ? APIConnectionError : /.+/,
    )
    await expect.poll(() => fake.requests[0]).toMatchObject({ fault: mode, aborted: true })
  })

  it('sends blocks and tools that a client must ignore', async () => {
    fake.fault('unknown_block')
    const odd = await client.messages.create(ask('x'))
    expect(odd.content.map((block) => block.type)).toEqual(['hologram', 'text'])
    fake.fault('tool_use_not_offered')
    const uncalled = await client.messages.create(ask('x'))
    expect(uncalled.content).toMatchObject([{ type: 'tool_use', name: 'delete_everything' }])
    fake.fault('two_text_blocks')
    expect((await client.messages.create(ask('x'))).content).toHaveLength(2)
  })
})
