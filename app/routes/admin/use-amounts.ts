import type { Sum } from '#app/platform/companies/money-lists.server.ts'
import { useFormat } from '#app/ui/i18n-provider.tsx'

/** Amounts of several currencies beside each other: `KSh 4,500 + US$30.00`. */
export function useAmounts(): (sum: Pick<Sum, 'amounts'>) => string {
  const format = useFormat()
  return ({ amounts }) =>
    amounts.map(({ amount, currency }) => format.money(amount, currency)).join(' + ')
}
