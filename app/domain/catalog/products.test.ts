import { afterEach, beforeEach, expect, it } from 'vitest'
import { listPassagesOf } from '#app/domain/knowledge/passages.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { toPriceText } from './product-passage.ts'
import {
  deleteProduct,
  findProductBySku,
  listProducts,
  updateProduct,
  upsertProducts,
} from './products.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const kettle = {
  sku: 'KT-1',
  name: 'Kettle',
  description: 'Steel',
  priceMinor: 125_000,
  currency: 'KES',
  stock: 4,
}

const textOf = (id: number) =>
  listPassagesOf(tenant.db, { kind: 'product', id }).map((row) => row.text)

it('are written into one passage with price and stock', () => {
  expect(upsertProducts(tenant.db, [kettle])).toEqual({ ok: true, added: 1 })
  const product = findProductBySku(tenant.db, 'kt-1')!
  expect(textOf(product.id)).toEqual([
    'Steel\nPrice (bei): KES 1,250\nIn stock: 4 available (ipo)\nSKU: KT-1',
  ])
  upsertProducts(tenant.db, [{ ...kettle, sku: 'kt-1', stock: 0 }])
  expect(listProducts(tenant.db).items).toHaveLength(1)
  expect(textOf(product.id)[0]).toContain('Out of stock')
})

it('refuses a whole file for one wrong row', () => {
  const wrong = [kettle, { ...kettle, sku: 'B', priceMinor: -1 }]
  expect(upsertProducts(tenant.db, wrong)).toMatchObject({
    row: 2,
    issues: [{ path: 'priceMinor' }],
  })
  expect(upsertProducts(tenant.db, [{ ...kettle, currency: 'XXQ' }])).toMatchObject({ ok: false })
  expect(listProducts(tenant.db).items).toEqual([])
})

it('an inactive or deleted product is not taught', () => {
  upsertProducts(tenant.db, [kettle, { ...kettle, sku: 'KT-2', name: 'Pot' }])
  const { id } = findProductBySku(tenant.db, 'KT-1')!
  expect(updateProduct(tenant.db, id, kettle, { isActive: false })).toEqual({ ok: true })
  expect(textOf(id)).toEqual([])
  expect(updateProduct(tenant.db, id, { ...kettle, sku: 'KT-2' })).toMatchObject({
    reason: 'sku_taken',
  })
  expect(deleteProduct(tenant.db, id)).toBe(true)
  expect(listProducts(tenant.db, { search: 'pot' }).items.map((row) => row.sku)).toEqual(['KT-2'])
})

it('writes prices as they are spoken', () => {
  expect(toPriceText(125_000, 'KES')).toBe('KES 1,250')
  expect(toPriceText(1_250, 'USD')).toBe('USD 12.50')
  expect(toPriceText(1_250, 'UGX')).toBe('UGX 1,250')
})
