import { z } from 'zod'
import type { ProductRow } from '#app/domain/catalog/products.server.ts'
import { isCurrency } from '#app/domain/company/currencies.ts'
import { currencyExponent, parseMoney } from '#app/i18n/money.ts'
import { checkbox, optionalText, requiredText, wholeNumberField } from './form-fields.ts'

const SKU_MAX = 100
const NAME_MAX = 200
const DESCRIPTION_MAX = 5_000
const STOCK_MAX = 1_000_000_000

const stock = z.string().trim().transform(toStock)

/** A product as posted; its price is read in its own currency. */
export const productForm = z
  .object({
    sku: requiredText(SKU_MAX),
    name: requiredText(NAME_MAX),
    description: optionalText(DESCRIPTION_MAX),
    price: requiredText(30),
    currency: z.string().refine(isCurrency, 'invalid_choice'),
    stock,
    isActive: checkbox,
    removeImage: checkbox,
  })
  .transform(({ price, isActive, removeImage, ...rest }, context) => {
    const priceMinor = parseMoney(price, rest.currency)
    if (priceMinor === undefined) {
      const message = currencyExponent(rest.currency) === 0 ? 'whole_amount' : 'invalid_price'
      context.addIssue({ code: 'custom', message, path: ['price'] })
      return z.NEVER
    }
    const product: ProductRow = { ...rest, priceMinor }
    return { product, isActive, removeImage }
  })

export const documentForm = z.object({
  name: optionalText(NAME_MAX),
  text: z.string().default(''),
})

const ADDRESS_MAX = 2_000
const DEPTH_MAX = 6
const PAGES_MAX = 500

/** A website to read; `everyDays` 0 means only when somebody asks. */
export const websiteForm = z.object({
  startUrl: requiredText(ADDRESS_MAX),
  depthMax: wholeNumberField(0, DEPTH_MAX),
  pagesMax: wholeNumberField(1, PAGES_MAX),
  everyDays: z
    .enum(['0', '1', '7', '30'], 'invalid_choice')
    .transform((days) => (days === '0' ? null : Number(days))),
})

/** What of a website can be changed once it is known. */
export const websiteSettingsForm = websiteForm.omit({ startUrl: true })

export const importForm = z.object({ kind: z.enum(['faq', 'product'], 'invalid_choice') })

function toStock(text: string, context: z.RefinementCtx<string>): number | null {
  if (text === '') return null
  if (/^\d+$/.test(text) && Number(text) <= STOCK_MAX) return Number(text)
  context.addIssue({ code: 'custom', message: 'whole_number' })
  return z.NEVER
}
