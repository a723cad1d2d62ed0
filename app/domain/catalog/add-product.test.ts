import { afterEach, beforeEach, expect, test } from 'vitest'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { listPassagesOf } from '#app/domain/knowledge/passages.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { addProduct } from './add-product.server.ts'
import { findProductBySku, listProducts } from './products.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const kettle = {
  ...{ sku: 'KT-1', name: 'Kettle', description: '', priceMinor: 125_000 },
  ...{ currency: 'KES', stock: null },
}

test('a product added by hand never writes over another with its sku', () => {
  expect(addProduct(tenant.db, kettle, { isActive: false })).toEqual({ ok: true })
  const made = findProductBySku(tenant.db, 'KT-1')!
  expect(made.isActive).toBe(0)
  expect(listPassagesOf(tenant.db, { kind: 'product', id: made.id })).toEqual([])
  const other = { ...kettle, sku: 'kt-1', name: 'Pot' }
  expect(addProduct(tenant.db, other)).toEqual({ ok: false, reason: 'sku_taken' })
  expect(listProducts(tenant.db).items.map((row) => row.name)).toEqual(['Kettle'])
})

test('a question added by hand never writes over a known answer', () => {
  const faq = { question: 'Do you deliver?', answer: 'Yes, in Nairobi.' }
  expect(addFaq(tenant.db, faq)).toEqual({ ok: true })
  const again = { question: ' do you deliver? ', answer: 'No.' }
  expect(addFaq(tenant.db, again)).toEqual({ ok: false, reason: 'question_taken' })
  expect(listFaqs(tenant.db).items.map((row) => row.answer)).toEqual(['Yes, in Nairobi.'])
})
