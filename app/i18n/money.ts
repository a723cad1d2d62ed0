import { formatNumber } from './format.ts'
import type { Language } from './languages.ts'

// ISO 4217's minor units where they are not two. Written down, not asked of Intl: engines follow
// CLDR there, which differs for some currencies and between versions, and this decides what is stored.
const exponents: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
      .split(' ')
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
}

/** Digits after the point of a currency: 2 for KES, 0 for UGX, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return exponents[currency] ?? 2
}

/** `KES 1,250.00`. `amountMinor` is an integer of the currency's minor unit. */
export function formatMoney(amountMinor: number, currency: string, language: Language): string {
  const digits = currencyExponent(currency)
  return formatNumber(amountMinor / 10 ** digits, language, {
    style: 'currency',
    currency,
    // The code, not the sign: engines disagree on `Ksh` and `KES`, and codes are never mistaken.
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/**
 * Reads an amount as a person types it (`1,250`, `1 250.50`) into minor units; undefined when it is
 * no amount, is negative, or has more decimals than the currency.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = currencyExponent(currency)
  const clean = text.trim().replace(/[\s\u00a0\u202f]|,(?=\d{3}(?!\d))/g, '')
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(clean)
  const decimals = match?.[2] ?? ''
  if (!match?.[1] || decimals.length > digits) return undefined
  return Number(match[1] + decimals.padEnd(digits, '0'))
}

/** The amount as it stands in an input field: `1250.50`, no grouping, no currency. */
export function toMoneyInput(amountMinor: number, currency: string): string {
  const digits = currencyExponent(currency)
  return (amountMinor / 10 ** digits).toFixed(digits)
}
