import { toPriceText } from '#app/domain/catalog/product-passage.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'

export type OfferedProduct = {
  name: string
  description: string
  priceMinor: number
  currency: string
  stock: number | null
}

/** Name, price and stock as the catalogue has them at this moment. */
export function describeProduct(
  product: OfferedProduct,
  language: Language,
  asked: Set<string>,
): string {
  const t = translator(language)
  const { name, priceMinor, currency, stock, description } = product
  const price = toPriceText(priceMinor, currency)
  const asksFacts = asked.has('price') || asked.has('stock')
  return [
    t('ai.productPrice', { name, price }),
    asksFacts ? '' : description.trim(),
    describeStock(stock, language),
  ]
    .filter(Boolean)
    .join(' ')
}

function describeStock(stock: number | null, language: Language): string {
  if (stock === null) return ''
  const t = translator(language)
  return stock > 0 ? t('ai.productStock', { count: stock }) : t('ai.productOut')
}
