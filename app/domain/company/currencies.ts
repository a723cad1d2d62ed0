/** What most companies here charge in; the rest follows by code. */
const NEAR = ['KES', 'TZS', 'UGX', 'RWF', 'ETB', 'NGN', 'GHS', 'ZAR', 'USD', 'EUR', 'GBP']

/** Codes that are no money anybody is paid in: metals, test codes, funds. */
const NOT_MONEY = /^X(?!AF$|OF$|PF$|CD$)/

/** ISO 4217 codes a company may charge in, the near ones first. */
export function listCurrencies(): string[] {
  const all = Intl.supportedValuesOf('currency').filter((code) => !NOT_MONEY.test(code))
  return [...NEAR, ...all.filter((code) => !NEAR.includes(code))]
}

export function isCurrency(code: string): boolean {
  return listCurrencies().includes(code)
}
