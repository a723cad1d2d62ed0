export type PricedProduct = {
  sku: string
  name: string
  description: string
  priceMinor: number
  currency: string
  stock: number | null
}

/**
 * A product in the words customers use, English and Swahili, so that "how much", "bei" and
 * "is it available" find it; it must still read well when it is quoted.
 */
export function toProductPassage(product: PricedProduct): { title: string; text: string } {
  const lines = [
    product.description,
    `Price (bei): ${toPriceText(product.priceMinor, product.currency)}`,
    toStockText(product.stock),
    `SKU: ${product.sku}`,
  ]
  return { title: product.name, text: lines.filter((line) => line !== '').join('\n') }
}

/** `KES 1,250`, `USD 12.50`: whole amounts without decimals, as prices are spoken of. */
export function toPriceText(amountMinor: number, currency: string): string {
  const digits = fractionDigits(currency)
  const amount = amountMinor / 10 ** digits
  const shown = Number.isInteger(amount) ? 0 : digits
  const format = { minimumFractionDigits: shown, maximumFractionDigits: shown }
  return `${currency} ${amount.toLocaleString('en-US', format)}`
}

function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

function toStockText(stock: number | null): string {
  if (stock === null) return ''
  return stock > 0 ? `In stock: ${stock} available (ipo)` : 'Out of stock (imeisha)'
}
