import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { deleteFaq, listFaqs, upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { BUILTIN_EMBEDDER } from './embedders/choose.server.ts'
import { refreshEmbeddings } from './refresh/refresh.server.ts'
import { retrieve } from './retrieve.server.ts'
import { forgetInSearch, stopSearch } from './thread/search.server.ts'

let tenant: TestTenant
let other: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
  other = createTestTenant()
})
afterEach(async () => {
  await forgetInSearch(tenant.tenantId)
  await forgetInSearch(other.tenantId)
  tenant.close()
  other.close()
})
afterAll(stopSearch)

const FAQS = [
  ['Do you deliver to Mombasa?', 'Yes, delivery to Mombasa costs KES 500 and takes two days.'],
  ['What are your opening hours?', 'We are open Monday to Saturday, 8:00 to 18:00.'],
  ['Can I return an item?', 'Items can be returned within thirty days for a full refund.'],
  ['How can I pay?', 'We accept M-Pesa, cards and cash on delivery.'],
  ['Do you have a warranty?', 'Every appliance carries a warranty of one year.'],
  ['Where is the shop?', 'The shop is on Moi Avenue in Nairobi, opposite the archives.'],
  ['Je, mnafungua Jumapili?', 'Hapana, Jumapili tumefunga.'],
  ['Mnakubali M-Pesa?', 'Ndiyo, tunakubali M-Pesa na kadi.'],
].map(([question, answer]) => ({ question, answer }))

const PRODUCTS = [
  ['KT-100', 'Blue Kettle', 'Boils two litres', 250_000],
  ['KT-200', 'Red Kettle', 'Boils one litre', 180_000],
  ['BL-7', 'Power Blender', 'Crushes ice', 450_000],
].map(([sku, name, description, priceMinor]) => ({
  ...{ sku, name, description, priceMinor, currency: 'KES', stock: 3 },
}))

function teach(db: TenantDb): void {
  upsertFaqs(db, FAQS)
  upsertProducts(db, PRODUCTS)
}

const best = async (db: TenantDb, text: string) => (await retrieve(db, text)).passages[0]?.title

describe.each(['before', 'after'])('%s the vectors are there', (moment) => {
  beforeEach(async () => {
    teach(tenant.db)
    if (moment === 'after') await refreshEmbeddings(tenant.db, { embedder: BUILTIN_EMBEDDER })
  })

  it.each([
    ['how much is delivery to mombasa', 'Do you deliver to Mombasa?'],
    ['can i get a refund if i return it', 'Can I return an item?'],
    ['price of the blue kettle', 'Blue Kettle'],
    ['bei ya blender', 'Power Blender'],
    ['mnafungua jumapili', 'Je, mnafungua Jumapili?'],
    ['do you offer waranty', 'Do you have a warranty?'],
    ['is KT-200 available?', 'Red Kettle'],
    ['nataka kt-100', 'Blue Kettle'],
  ])('%s', async (question, title) => {
    expect(await best(tenant.db, question)).toBe(title)
  })

  it('is confident about what it knows and not about what it does not', async () => {
    const known = await retrieve(tenant.db, 'do you deliver to mombasa?')
    const unknown = await retrieve(tenant.db, 'who won the world cup in 1998')
    expect(known.confidence).toBeGreaterThan(0.8)
    expect(unknown.confidence).toBeLessThan(0.3)
    const sku = await retrieve(tenant.db, 'nataka bl-7')
    expect(sku.confidence).toBeGreaterThan(0.9)
  })

  it.each([
    ...[
      '"',
      '*',
      'NEAR(a b)',
      'title:kettle',
      'kettle AND NOT',
      '(',
      '^kettle',
      '-kettle',
      'a*',
      '',
    ],
    ...["'; drop table passages; --", '\0', '😀', 'OR', '\ud800', ' '.repeat(500)],
  ])('takes %j as words and nothing else', async (text) => {
    const { passages } = await retrieve(tenant.db, text, { limit: 100 })
    const kettles = passages.filter((row) => row.wordScore > 0).map((row) => row.title)
    expect(
      kettles.every((title) => /kettle|item|hours|mombasa|blend|warranty|\?/i.test(title)),
    ).toBe(true)
  })

  it('finds only the kinds asked for', async () => {
    const { passages } = await retrieve(tenant.db, 'kettle delivery', { kinds: ['faq'] })
    expect(new Set(passages.map((row) => row.sourceKind))).toEqual(new Set(['faq']))
  })

  it('finds what was added since, and nothing that was deleted', async () => {
    upsertFaqs(tenant.db, [
      { question: 'Do you sell toasters?', answer: 'Toasters arrive in May.' },
    ])
    expect(await best(tenant.db, 'toasters')).toBe('Do you sell toasters?')
    const warranty = listFaqs(tenant.db, { search: 'warranty' }).items[0]!
    deleteFaq(tenant.db, warranty.id)
    const { passages } = await retrieve(tenant.db, 'warranty', { limit: 50 })
    expect(passages.map((row) => row.title)).not.toContain('Do you have a warranty?')
  })

  it('never sees another company with the same ids', async () => {
    upsertFaqs(other.db, [{ question: 'Secret of the house?', answer: 'The vault code is 4711.' }])
    expect(await best(other.db, 'vault code')).toBe('Secret of the house?')
    const { passages } = await retrieve(tenant.db, 'secret vault code 4711', { limit: 100 })
    expect(passages.map((row) => row.text).join()).not.toContain('4711')
    expect(
      (await retrieve(other.db, 'kettle delivery mombasa')).passages.map((row) => row.title),
    ).not.toContain('Blue Kettle')
  })
})

it('answers nothing, with no confidence, where nothing is taught', async () => {
  const result = await retrieve(tenant.db, 'how much is the kettle')
  expect(result).toMatchObject({ passages: [], vectorWeight: 0 })
  expect(result.confidence).toBeLessThan(0.1)
})

it('says which words it read differently', async () => {
  teach(tenant.db)
  const { corrections } = await retrieve(tenant.db, 'bleder')
  expect(corrections).toEqual([{ from: 'bleder', to: 'blender' }])
})
