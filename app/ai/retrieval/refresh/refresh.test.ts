import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { getKnowledgeStatus } from '#app/domain/knowledge/status.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startEmbeddingsFake } from '#tests/fakes/embeddings/server.ts'
import type { EmbeddingsFake } from '#tests/fakes/embeddings/server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { BUILTIN_EMBEDDER, chooseEmbedder } from '../embedders/choose.server.ts'
import { retrieve } from '../retrieve.server.ts'
import { fitInThread } from '../thread/fit.server.ts'
import { forgetInSearch, stopSearch } from '../thread/search.server.ts'
import { refreshEmbeddings } from './refresh.server.ts'

let tenant: TestTenant
let fake: EmbeddingsFake

beforeEach(async () => {
  tenant = createTestTenant()
  fake = await startEmbeddingsFake({ apiKeys: ['good'] })
})
afterEach(async () => {
  await forgetInSearch(tenant.tenantId)
  tenant.close()
  await fake.close()
})
afterAll(stopSearch)

const THINGS = [
  'kettle',
  'blender',
  'toaster',
  'fridge',
  'cooker',
  'lamp',
  'radio',
  'fan',
  'iron',
  'heater',
]

function teach(from: number, to: number): void {
  const rows = Array.from({ length: to - from }, (_, at) => ({
    question: `How much is ${THINGS[(from + at) % 10]} number ${from + at}?`,
    answer: `The ${THINGS[(from + at) % 10]} number ${from + at} costs ${from + at} shillings.`,
  }))
  upsertFaqs(tenant.db, rows)
}

const remote = (embedder: 'voyage' | 'openai') =>
  chooseEmbedder({ embedder, url: fake.url, apiKey: 'good' })

const models = () =>
  sqliteOf(tenant.db).prepare('select provider, state from embedding_models order by id').all()

it('leaves a company of a few passages to its words', async () => {
  teach(0, 5)
  expect(await refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER })).toEqual({
    ok: true,
    isDone: true,
  })
  expect(models()).toEqual([])
})

it('fits once, folds new passages in, and fits again when a fifth has changed', async () => {
  const fit = vi.fn(fitInThread)
  const refresh = () => refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER, fit })
  teach(0, 40)
  await refresh()
  teach(40, 44)
  await refresh()
  await refresh()
  expect(fit).toHaveBeenCalledTimes(1)
  expect(getKnowledgeStatus(tenant.db)).toMatchObject({ passages: 44, embedded: 44 })
  teach(44, 52)
  await refresh()
  expect(fit).toHaveBeenCalledTimes(2)
  expect(models()).toEqual([{ provider: 'builtin', state: 'ready' }])
  expect(getKnowledgeStatus(tenant.db)).toMatchObject({ embedded: 52, isBuilding: false })
})

it('changes the embedder without a gap, and back', async () => {
  teach(0, 20)
  await refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER })
  const voyage = remote('voyage')
  fake.fault('http_401', Infinity)
  expect(await refreshEmbeddings(tenant.db, { embedder: voyage })).toMatchObject({
    ok: false,
    reason: 'misconfigured',
  })
  expect(models()).toEqual([
    { provider: 'builtin', state: 'ready' },
    { provider: 'voyage', state: 'building' },
  ])
  const during = await retrieve(tenant.db, 'toaster number 2', { embedder: voyage })
  expect(during.vectorWeight).toBeGreaterThan(0)
  fake.clearFaults()
  expect(await refreshEmbeddings(tenant.db, { embedder: voyage })).toMatchObject({ isDone: true })
  expect(models()).toEqual([{ provider: 'voyage', state: 'ready' }])
  const after = await retrieve(tenant.db, 'toaster number 2', { embedder: voyage })
  expect(after.passages[0]!.title).toBe('How much is toaster number 2?')
  expect(after.passages[0]!.cosine).toBeGreaterThan(0.5)
  await refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER })
  expect(models()).toEqual([{ provider: 'builtin', state: 'ready' }])
})

it('goes on where an interrupted run stopped', async () => {
  teach(0, 150)
  const openai = remote('openai')
  let calls = 0
  const now = () => (calls++ === 0 ? 0 : calls > 2 ? 100_000 : 1)
  expect(await refreshEmbeddings(tenant.db, { embedder: openai, now })).toEqual({
    ok: true,
    isDone: false,
  })
  const asked = fake.requests.length
  expect(getKnowledgeStatus(tenant.db)).toMatchObject({ isBuilding: true })
  expect(await refreshEmbeddings(tenant.db, { embedder: openai })).toEqual({
    ok: true,
    isDone: true,
  })
  const texts = fake.requests.flatMap((request) => (request.body as { input: string[] }).input)
  expect(asked).toBe(1)
  expect(new Set(texts).size).toBe(150)
  expect(texts).toHaveLength(150)
})

it('refuses vectors of another length than the model has', async () => {
  teach(0, 12)
  const openai = remote('openai')
  await refreshEmbeddings(tenant.db, { embedder: openai })
  teach(12, 14)
  fake.fault('wrong_dims')
  expect(await refreshEmbeddings(tenant.db, { embedder: openai })).toEqual({
    ok: false,
    reason: 'malformed',
  })
  expect(getKnowledgeStatus(tenant.db)).toMatchObject({ passages: 14, embedded: 12 })
})

it('searches by words alone while the vendor does not answer', async () => {
  teach(0, 12)
  const openai = remote('openai')
  await refreshEmbeddings(tenant.db, { embedder: openai })
  fake.fault('http_503', Infinity)
  const result = await retrieve(tenant.db, 'blender number 1', { embedder: openai })
  expect(result.vectorWeight).toBe(0)
  expect(result.passages[0]!.title).toBe('How much is blender number 1?')
})
