export const paymentMethods = ['cash', 'mpesa', 'card', 'bank', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export const SALE_ITEMS_MAX = 20
export const QUANTITY_MAX = 1_000_000
export const SALE_TEXT_MAX = 1_000

/** One line of a sale. Money in minor units of the sale's currency. */
export type SaleItem = {
  /** null for something that is not in the catalogue */
  productId: number | null
  name: string
  quantity: number
  unitPriceMinor: number
}

/** What was sold. Money in minor units of the company's currency. */
export type SaleTerms = {
  amountMinor: number
  items: SaleItem[]
  /** empty when nobody said */
  paymentMethod: PaymentMethod | ''
  whatWorked: string
}

/** What the lines come to. */
export function sumOf(items: Pick<SaleItem, 'quantity' | 'unitPriceMinor'>[]): number {
  return items.reduce((sum, item) => sum + item.quantity * item.unitPriceMinor, 0)
}
