import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddingsFake } from '#tests/fakes/embeddings/server.ts'
import type { EmbeddingsFake } from '#tests/fakes/embeddings/server.ts'
import { chooseEmbedder } from './choose.server.ts'
import { batchSize, embedBatch } from './embed-all.server.ts'
import type { RemoteEmbedder } from './embedder.ts'
import { toBaseUrl } from './request.server.ts'

let fake: EmbeddingsFake
beforeEach(async () => {
  fake = await startEmbeddingsFake({ apiKeys: ['good'] })
})
afterEach(() => fake.close())

const remote = (embedder: 'voyage' | 'openai', apiKey = 'good', model?: string) =>
  chooseEmbedder({ embedder, url: fake.url, apiKey, model }) as RemoteEmbedder

const dot = (left: Float32Array, right: Float32Array) =>
  left.reduce((sum, value, at) => sum + value * right[at]!, 0)

describe.each(['voyage', 'openai'] as const)('%s', (kind) => {
  it('gives unit vectors in the order of the texts, however they come', async () => {
    fake.fault('shuffled')
    const texts = ['the blue kettle', 'opening hours', 'kettle, blue']
    const result = await remote(kind).embed(texts, 'document')
    if (!result.ok) throw new Error(result.reason)
    const [kettle, hours, again] = result.vectors
    expect(dot(kettle!, kettle!)).toBeCloseTo(1, 4)
    expect(dot(kettle!, again!)).toBeGreaterThan(dot(kettle!, hours!))
  })

  it.each(['fewer_vectors', 'nan', 'duplicated_index', 'zero_vector'] as const)(
    'refuses an answer with %s, and takes the next good one',
    async (fault) => {
      fake.fault(fault)
      expect(await remote(kind).embed(['a', 'b'], 'query')).toEqual({
        ok: false,
        reason: 'malformed',
      })
      fake.fault(fault)
      expect(await remote(kind).embed(['a', 'b'], 'document')).toMatchObject({ ok: true })
    },
  )

  it.each(['http_500', 'http_503', 'html_502', 'truncated_json', 'http_429_bare'] as const)(
    'tries again after %s when storing',
    async (fault) => {
      fake.fault(fault)
      expect(await remote(kind).embed(['a'], 'document')).toMatchObject({ ok: true })
      expect(fake.requests).toHaveLength(2)
    },
  )

  it.each(['http_401', 'http_403'] as const)('does not repeat after %s', async (fault) => {
    fake.fault(fault, Infinity)
    const result = await remote(kind).embed(['a'], 'document')
    expect(result).toEqual({ ok: false, reason: 'misconfigured' })
    expect(fake.requests).toHaveLength(1)
  })
})

it('does not keep a customer waiting for a vendor that hangs', { timeout: 10_000 }, async () => {
  fake.fault('hang')
  const result = await remote('voyage').embed(['a'], 'query')
  expect(result).toEqual({ ok: false, reason: 'unavailable' })
})

it('does not wait for credit that somebody has to buy', async () => {
  fake.fault('quota', Infinity)
  const result = await remote('openai').embed(['a'], 'document')
  expect(result).toEqual({ ok: false, reason: 'misconfigured' })
  expect(fake.requests).toHaveLength(1)
})

it('hands back how long the vendor wants to rest', async () => {
  fake.fault('http_429')
  expect(await remote('openai').embed(['a'], 'query')).toEqual({
    ok: false,
    reason: 'rate_limited',
    retryAfterMs: 1_000,
  })
})

it('says a wrong key, an unknown model and nobody there apart', async () => {
  expect(await remote('openai', 'bad').embed(['a'], 'document')).toMatchObject({
    reason: 'misconfigured',
  })
  expect(await remote('openai', 'good', 'no-such').embed(['a'], 'document')).toMatchObject({
    reason: 'misconfigured',
  })
  const nobody = chooseEmbedder({ embedder: 'openai', url: 'http://127.0.0.1:9' }) as RemoteEmbedder
  expect(await nobody.embed(['a'], 'query')).toMatchObject({ reason: 'unavailable' })
})

it('tells Voyage what the text is for and cleans it', async () => {
  await remote('voyage').embed(['bei\0 gani \ud800'], 'query')
  const body = fake.requests[0]!.body as { input: string[]; input_type: string }
  expect(body.input_type).toBe('query')
  expect(body.input).toEqual(['bei  gani \ufffd'])
})

it('leaves out only the text that the vendor refuses', async () => {
  const embedder: RemoteEmbedder = {
    ...remote('openai'),
    embed: async (texts) =>
      texts.includes('bad')
        ? { ok: false, reason: 'rejected' }
        : { ok: true, vectors: texts.map(() => Float32Array.of(1)) },
  }
  const result = await embedBatch(embedder, ['a', 'b', 'bad', 'c', 'd'])
  if (!result.ok) throw new Error(result.reason)
  expect(result.vectors.map((vector) => vector !== undefined)).toEqual([
    true,
    true,
    false,
    true,
    true,
  ])
})

it('makes batches by count and by size, at least one text each', () => {
  expect(batchSize(Array.from({ length: 500 }, () => 'a'))).toBe(96)
  expect(batchSize(['x'.repeat(1_000_000), 'b'])).toBe(1)
  expect(batchSize(['x'.repeat(200_000), 'x'.repeat(200_000)])).toBe(1)
  expect(batchSize(['a', 'b'])).toBe(2)
})

it('takes a base address with or without its version', () => {
  expect(toBaseUrl('http://localhost:11434')).toBe('http://localhost:11434/v1')
  expect(toBaseUrl('https://ai.mongodb.com/v1/')).toBe('https://ai.mongodb.com/v1')
})
