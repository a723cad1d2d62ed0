/** What of a demo a company may begin with. Its people and conversations never are. */
export const demoParts = ['catalogue', 'faqs', 'look'] as const
export type DemoPart = (typeof demoParts)[number]

/** Reads the column of a session; what it does not know is nothing. */
export function parseDemoParts(column: string): DemoPart[] {
  const names = column.split(',')
  return demoParts.filter((part) => names.includes(part))
}
