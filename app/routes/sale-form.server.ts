import { z } from 'zod'
import { findProductNamed, findProductRow } from '#app/domain/catalog/find-products.server.ts'
import type { FoundProduct } from '#app/domain/catalog/find-products.server.ts'
import {
  paymentMethods,
  QUANTITY_MAX,
  SALE_ITEMS_MAX,
  SALE_TEXT_MAX,
  sumOf,
} from '#app/domain/sales/sale.ts'
import type { SaleItem, SaleTerms } from '#app/domain/sales/sale.ts'
import { parseMoney } from '#app/i18n/money.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'

const NAME_MAX = 200
const AMOUNT_MINOR_MAX = 1_000_000_000_000

type Typed = Record<string, string | undefined>
export type Errors = Record<string, FieldError>
/** `sale` is undefined when nothing was typed at all */
export type ReadSale = { sale: SaleTerms | undefined; errors: Errors }

const payment = z.enum(['', ...paymentMethods]).catch('')

/**
 * The lines and terms of a sale as posted: `items.0.name`, `items.0.productId`,
 * `items.0.quantity`, `items.0.price`, `amount`, `paymentMethod`, `whatWorked`. A line that names
 * a product by its number or name takes its price where none is typed; an amount that is left
 * empty is the sum.
 */
export function readSale(db: TenantDb, typed: Typed, currency: string): ReadSale {
  const errors: Errors = {}
  const items = readItems(db, typed, currency, errors)
  const amountText = (typed['amount'] ?? '').trim()
  const amountMinor = amountText === '' ? sumOf(items) : parseMoney(amountText, currency)
  if (amountMinor === undefined || amountMinor > AMOUNT_MINOR_MAX)
    errors['amount'] = { code: 'invalid_amount', values: { currency } }
  const whatWorked = (typed['whatWorked'] ?? '').trim()
  if (whatWorked.length > SALE_TEXT_MAX)
    errors['whatWorked'] = { code: 'too_long', values: { max: SALE_TEXT_MAX } }
  const paymentMethod = payment.parse(typed['paymentMethod'])
  const isEmpty = amountText === '' && items.length === 0 && !paymentMethod && !whatWorked
  if (isEmpty || Object.keys(errors).length > 0) return { sale: undefined, errors }
  // Terms without an amount or products are no sale yet: there is nothing to count.
  const hasWorth = amountText !== '' || items.length > 0
  if (!hasWorth) return { sale: undefined, errors: { amount: 'required' } }
  return { sale: { amountMinor: amountMinor ?? 0, items, paymentMethod, whatWorked }, errors }
}

function readItems(db: TenantDb, typed: Typed, currency: string, errors: Errors): SaleItem[] {
  return Array.from({ length: SALE_ITEMS_MAX }, (_, index) => {
    const field = (name: string) => (typed[`items.${index}.${name}`] ?? '').trim()
    if (field('name') === '' && field('price') === '') return []
    const item = readItem(db, field, currency)
    for (const [name, error] of Object.entries(item.errors))
      errors[`items.${index}.${name}`] = error
    return item.ok ? [item.item] : []
  }).flat()
}

function readItem(
  db: TenantDb,
  field: (name: string) => string,
  currency: string,
): { ok: true; item: SaleItem; errors: Errors } | { ok: false; errors: Errors } {
  const errors: Errors = {}
  const product = findProduct(db, field)
  const name = field('name')
  if (name === '') errors['name'] = 'required'
  if (name.length > NAME_MAX) errors['name'] = { code: 'too_long', values: { max: NAME_MAX } }
  const quantity = field('quantity') === '' ? 1 : Number(field('quantity'))
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > QUANTITY_MAX)
    errors['quantity'] = 'invalid_quantity'
  const known = product?.currency === currency ? product.priceMinor : undefined
  const unitPriceMinor = field('price') === '' ? known : parseMoney(field('price'), currency)
  if (unitPriceMinor === undefined)
    errors['price'] =
      field('price') === '' ? 'required' : { code: 'invalid_amount', values: { currency } }
  if (unitPriceMinor === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  const item = { productId: product?.id ?? null, name: product?.name ?? name }
  return { ok: true, item: { ...item, quantity, unitPriceMinor }, errors }
}

function findProduct(db: TenantDb, field: (name: string) => string): FoundProduct | undefined {
  const id = Number(field('productId'))
  if (Number.isInteger(id) && id > 0) {
    const chosen = findProductRow(db, id)
    // The line was written over after a product was chosen: it is something else now.
    if (chosen && chosen.name.toLowerCase() === field('name').toLowerCase()) return chosen
  }
  return findProductNamed(db, field('name'))
}
