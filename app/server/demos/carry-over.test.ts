import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProduct } from '#app/domain/catalog/add-product.server.ts'
import { findProductBySku } from '#app/domain/catalog/products.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { findWholeFaq, listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { PIXEL } from '#tests/whatsapp.ts'
import { carryInto, readDemo } from './carry-over.server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ jobs: false })
})
afterAll(() => server.close())

const by = { kind: 'system', id: null, name: '' } as const
const room = { description: '', priceMinor: 1_000, currency: 'KES', stock: null }
const breakfast = {
  ...{ question: 'Is breakfast included?', answer: 'Yes.', category: 'Food', isActive: false },
  phrasings: ['Do you serve breakfast?', 'Breakfast?'],
  translations: [{ language: 'sw' as const, question: 'Kuna chai?', answer: 'Ndiyo.' }],
}

test('questions come with phrasings, languages and standing, products with their pictures', async () => {
  const demo = server.addCompany('the-demo')
  const own = server.addCompany('the-company')
  const put = await putFile(demo.db, { name: 'room.png', bytes: PIXEL, purpose: 'product' })
  if (!put.ok) throw new Error(put.reason)
  const picture = { imageFileId: put.fileId, isActive: false }
  addProduct(demo.db, { ...room, sku: 'A', name: 'Attic' }, picture)
  addProduct(demo.db, { ...room, sku: 'B', name: 'Suite' }, picture)
  addFaq(demo.db, breakfast)
  addProduct(own.db, { ...room, sku: 'B', name: 'Settled since', priceMinor: 2 })

  const keeps = ['catalogue', 'faqs'] as const
  const carried = await readDemo(server.runtime, { demoId: demo.entry.id, keeps })
  await carryInto(own.db, by, { carried: carried!, hasColor: false, hasLogo: false })

  const attic = findProductBySku(own.db, 'A')
  expect(attic).toMatchObject({ name: 'Attic', isActive: 0 })
  const opened = openFile(own.db, attic?.imageFileId ?? 0)
  expect(await readFile(opened?.path ?? '')).toEqual(PIXEL)
  expect(findProductBySku(own.db, 'B')).toMatchObject({ name: 'Settled since', priceMinor: 2 })
  const faq = findWholeFaq(own.db, listFaqs(own.db).items[0]!.id)
  expect(faq).toMatchObject({
    ...{ question: breakfast.question, category: 'Food', isActive: 0 },
    ...{ phrasings: breakfast.phrasings, translations: breakfast.translations },
  })
})
