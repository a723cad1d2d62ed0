import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddingsFake } from './server.ts'
import type { EmbeddingsFake } from './server.ts'

const OPENAI = 'text-embedding-3-small'

type Body = {
  data: { index: number; embedding: (number | null)[] }[]
  embeddings: number[][]
  embedding: number[]
  error: { code: string | null; type: string; param: string | null }
  detail: string
  usage: Record<string, number>
}

let fake: EmbeddingsFake
beforeEach(async () => {
  fake = await startEmbeddingsFake({ apiKeys: ['good'] })
})
afterEach(() => fake.close())

async function post(path: string, body: unknown, key = 'good') {
  const response = await fetch(fake.url + path, {
    method: 'POST',
    headers: key ? { authorization: `Bearer ${key}` } : {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const json = (await response.json().catch(() => null)) as Body
  return { status: response.status, headers: response.headers, json }
}

const embed = (body: object, key?: string) => post('/v1/embeddings', body, key)
const dot = (a: (number | null)[], b: (number | null)[]) =>
  a.reduce<number>((sum, value, index) => sum + value! * b[index]!, 0)

describe('vectors', () => {
  it('are the same for the same text, unit length, and closer with shared words', async () => {
    const input = ['the blue kettle', 'Blue kettles, cheap', 'a red toaster', 'the blue kettle']
    const { json } = await embed({ model: OPENAI, input })
    const [a, b, c, again] = json.data.map((item) => item.embedding)
    expect(again).toEqual(a)
    expect(dot(a!, a!)).toBeCloseTo(1, 5)
    expect(dot(a!, b!)).toBeGreaterThan(dot(a!, c!))
  })

  it.each([256, 1024, 1536])('have the %i dimensions asked for', async (dimensions) => {
    const { json } = await embed({ model: OPENAI, input: 'a', dimensions })
    expect(json.data[0]!.embedding).toHaveLength(dimensions)
  })

  it('are the same floats in base64', async () => {
    const plain = await embed({ model: OPENAI, input: 'chai ya tangawizi' })
    const packed = await embed({
      model: OPENAI,
      input: 'chai ya tangawizi',
      encoding_format: 'base64',
    })
    const bytes = Buffer.from(String(packed.json.data[0]!.embedding), 'base64')
    const floats = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4))
    expect(floats).toEqual(plain.json.data[0]!.embedding)
  })
})

describe('forms', () => {
  it('speaks Voyage', async () => {
    const body = {
      input: ['a b', 'c'],
      model: 'voyage-4',
      input_type: 'query',
      output_dimension: 256,
    }
    const { json } = await embed(body)
    expect(json.usage).toEqual({ total_tokens: 2 })
    expect(json.data.map((item) => item.embedding.length)).toEqual([256, 256])
    const bits = await embed({ input: 'a', model: 'voyage-4', output_dtype: 'ubinary' })
    expect(bits.json.data[0]!.embedding).toHaveLength(128)
  })

  it('speaks Ollama, native, legacy and OpenAI style, without a key', async () => {
    const model = 'nomic-embed-text'
    const native = await post('/api/embed', { model, input: ['a', 'b'] }, '')
    expect(native.json.embeddings.map((vector) => vector.length)).toEqual([768, 768])
    const legacy = await post('/api/embeddings', { model, prompt: 'a' }, '')
    expect(legacy.json.embedding).toEqual(native.json.embeddings[0])
    const styled = await embed({ model: `${model}:latest`, input: 'a' }, '')
    expect(styled.json.data[0]!.embedding).toEqual(native.json.embeddings[0])
    const tags = await fetch(`${fake.url}/api/tags`).then((response) => response.json())
    expect(tags).toMatchObject({ models: [{ name: 'nomic-embed-text:latest' }, {}, {}, {}] })
  })

  it('takes token lists as OpenAI does', async () => {
    const { json } = await embed({ model: OPENAI, input: [[1, 2], [3]] })
    expect(json.data).toHaveLength(2)
  })
})

describe('bad input', () => {
  const openAi = { model: OPENAI, input: 'a' }
  const voyage = { model: 'voyage-4', input: 'a', input_type: 'document' }
  it.each([
    ['input missing', { ...openAi, input: undefined }, 400],
    ['input null', { ...openAi, input: null }, 400],
    ['input {}', { ...openAi, input: {} }, 400],
    ['input []', { ...openAi, input: [] }, 400],
    ['input ""', { ...openAi, input: '' }, 400],
    ['one empty text', { ...openAi, input: ['a', ''] }, 400],
    ['2049 texts', { ...openAi, input: Array(2049).fill('a') }, 400],
    ['1001 texts to Voyage', { ...voyage, input: Array(1001).fill('a') }, 400],
    ['a text too long', { ...openAi, input: 'word '.repeat(8192) }, 400],
    ['too many tokens', { ...openAi, input: Array(100).fill('x'.repeat(16_000)) }, 400],
    ['too many for Voyage', { ...voyage, input: Array(11).fill('x'.repeat(120_000)) }, 400],
    ['too long, not cut', { ...voyage, input: 'x'.repeat(200_000), truncation: false }, 400],
    ['no model', { input: 'a' }, 400],
    ['unknown model', { ...openAi, model: 'none' }, 404],
    ['unknown Voyage model', { ...voyage, model: 'voyage-none' }, 400],
    ['output_dimension 1000', { ...voyage, output_dimension: 1000 }, 400],
    ['dimensions 0', { ...openAi, dimensions: 0 }, 400],
    ['dimensions -1', { ...openAi, dimensions: -1 }, 400],
    ['dimensions "x"', { ...openAi, dimensions: 'x' }, 400],
    ['dimensions over the model', { ...openAi, dimensions: 4000 }, 400],
    ['dimensions on ada', { ...openAi, model: 'text-embedding-ada-002', dimensions: 256 }, 400],
    ['encoding hex', { ...openAi, encoding_format: 'hex' }, 400],
    ['encoding hex to Voyage', { ...voyage, encoding_format: 'hex' }, 400],
    ['input_type passage', { ...voyage, input_type: 'passage' }, 400],
    ['a body that is a list', [], 400],
    ['a body that is null', null, 400],
  ])('%s', async (_name, body, status) => {
    expect((await post('/v1/embeddings', body)).status).toBe(status)
  })

  it('says errors in each form', async () => {
    const unknown = await embed({ model: 'none', input: 'a' })
    expect(unknown.json.error).toMatchObject({ code: 'model_not_found', param: null })
    expect((await embed({ ...voyage, input: [] })).json.detail).toContain('input')
    const native = await post('/api/embed', { model: 'none', input: 'a' })
    expect([native.status, typeof native.json.error]).toEqual([404, 'string'])
    expect((await post('/api/embed', { model: 'bge-m3', input: [] })).status).toBe(400)
  })

  it('no or unknown key is 401, GET 405, no JSON 400', async () => {
    expect((await embed(openAi, '')).status).toBe(401)
    expect((await embed(openAi, 'bad')).json.error.code).toBe('invalid_api_key')
    expect((await embed(voyage, 'bad')).status).toBe(401)
    expect((await fetch(`${fake.url}/v1/embeddings`)).status).toBe(405)
    expect((await post('/v1/embeddings', '{')).status).toBe(400)
    expect((await post('/v1/embeddings', '"text"')).status).toBe(400)
  })
})

describe('faults', () => {
  const two = { model: OPENAI, input: ['a', 'b'], dimensions: 8 }

  it('answers errors as often as told, then works', async () => {
    fake.fault('http_429')
    fake.fault('http_429_bare')
    fake.fault('quota')
    fake.fault('http_500')
    const first = await embed(two)
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await embed(two)).headers.get('retry-after')).toBeNull()
    expect((await embed(two)).json.error.code).toBe('insufficient_quota')
    expect((await embed(two)).status).toBe(500)
    expect((await embed(two)).status).toBe(200)
    expect(fake.requests).toHaveLength(5)
  })

  it('spoils vectors', async () => {
    const spoiled = async (mode: Parameters<EmbeddingsFake['fault']>[0], more = {}) => {
      fake.fault(mode)
      return (await embed({ ...two, ...more })).json.data
    }
    expect((await spoiled('shuffled')).map((item) => item.index)).toEqual([1, 0])
    expect((await spoiled('duplicated_index')).map((item) => item.index)).toEqual([0, 0])
    expect(await spoiled('fewer_vectors')).toHaveLength(1)
    expect((await spoiled('wrong_dims'))[0]!.embedding).toHaveLength(7)
    expect((await spoiled('nan'))[0]!.embedding[0]).toBeNull()
    expect(new Set((await spoiled('zero_vector'))[0]!.embedding)).toEqual(new Set([0]))
    const cut = String((await spoiled('cut_base64', { encoding_format: 'base64' }))[0]!.embedding)
    expect(Buffer.from(cut, 'base64').length % 4).not.toBe(0)
  })

  it('breaks the wire', async () => {
    fake.fault('html_502')
    expect((await embed(two)).headers.get('content-type')).toBe('text/html')
    fake.fault('truncated_json')
    expect((await embed(two)).json).toBeNull()
    fake.fault('hang')
    const hung = fetch(`${fake.url}/v1/embeddings`, {
      method: 'POST',
      headers: { authorization: 'Bearer good' },
      body: JSON.stringify(two),
      signal: AbortSignal.timeout(100),
    })
    await expect(hung).rejects.toThrow()
  })
})
