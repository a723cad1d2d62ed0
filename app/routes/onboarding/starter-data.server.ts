import { listCurrencies } from '#app/domain/company/currencies.ts'
import { listTimeZones } from '#app/domain/company/zones.ts'
import { toLocale } from '#app/i18n/languages.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import { guideOf } from '#app/industries/guides.ts'
import type { OfferedProduct } from './catalogue-fields.tsx'
import { FAQS_ASKED, INVITATIONS_ASKED } from './step-forms.server.ts'

const KES_MINOR = 100

/** Zones and currencies to choose from, named in the reader's language. */
export function readRegions(language: 'en' | 'sw') {
  const names = new Intl.DisplayNames([toLocale(language)], { type: 'currency' })
  return {
    zones: listTimeZones(),
    // Written on the server: browsers name some currencies differently.
    currencies: listCurrencies().map((code) => ({ code, name: names.of(code) ?? code })),
  }
}

/** Goods of the trade with prices; those are Kenya's, so another currency begins without. */
export function toOfferedProducts(of: {
  industry: string
  currency: string
  /** fields as they were saved, where they were */
  saved?: Record<string, string>
  isThere?: (number: number) => boolean
}): OfferedProduct[] {
  const { industry, currency, saved, isThere } = of
  return guideOf(industry).products.map(({ name, description, priceKes }, index) => {
    const number = index + 1
    const usual = currency === 'KES' ? toMoneyInput(priceKes * KES_MINOR, currency) : ''
    return {
      ...{ number, name, description },
      price: saved?.[`price_${number}`] ?? usual,
      isTaken: saved ? saved[`take_${number}`] !== undefined : false,
      isThere: isThere?.(number) ?? false,
    }
  })
}

/** The first questions of the trade, or those that were saved. */
export function toOfferedFaqs(industry: string, saved?: Record<string, string>) {
  const { faqs } = guideOf(industry)
  return Array.from({ length: FAQS_ASKED }, (_, index) => ({
    question: saved?.[`question_${index + 1}`] ?? faqs[index]?.question ?? '',
    answer: saved?.[`answer_${index + 1}`] ?? faqs[index]?.answer ?? '',
  }))
}

/** Empty lines for colleagues, or those that were saved. */
export function toPeople(saved: Record<string, string> = {}) {
  return Array.from({ length: INVITATIONS_ASKED }, (_, index) => ({
    email: saved[`email_${index + 1}`] ?? '',
    role: saved[`role_${index + 1}`] ?? 'agent',
  }))
}
