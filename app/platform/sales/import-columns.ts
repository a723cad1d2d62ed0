/** What a column of a file may hold, and words in its title that say so; the first that fits. */
export const importColumns = [
  { name: 'contactName', words: ['contact', 'person', 'mhusika'] },
  { name: 'name', words: ['company', 'business', 'name', 'kampuni', 'jina'] },
  { name: 'industry', words: ['industry', 'sector', 'sekta'] },
  { name: 'city', words: ['city', 'town', 'location', 'mji'] },
  { name: 'phone', words: ['phone', 'mobile', 'tel', 'simu'] },
  { name: 'email', words: ['mail', 'barua'] },
  { name: 'source', words: ['source', 'from'] },
  { name: 'value', words: ['value', 'amount', 'thamani'] },
  { name: 'nextAction', words: ['next', 'action'] },
] as const

export type ImportColumn = (typeof importColumns)[number]['name']

export function toImportColumn(value: unknown): ImportColumn | null {
  return importColumns.find(({ name }) => name === value)?.name ?? null
}
