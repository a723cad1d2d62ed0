/** What an audit can find. `phone_shared` only informs: one person may write to many companies. */
export const findingKinds = [
  'wrong_owner',
  'damaged',
  'unreadable',
  'schema_behind',
  'schema_newer',
  'orphans',
  'row_without_file',
  'file_without_row',
  'endpoint_twice',
  'directory_mismatch',
  'key_missing',
  'key_unusable',
  'phone_shared',
] as const
export type FindingKind = (typeof findingKinds)[number]

export type Finding = {
  kind: FindingKind
  tenantId: string | null
  /** a table, a file's name, a masked number */
  subject: string
  /** what a technician needs, without anybody's data */
  detail: string
}

export function isInformational(kind: FindingKind): boolean {
  return kind === 'phone_shared'
}

/** Enough to tell two apart, too little to call: `+254•••123`. */
export function maskNumber(number: string): string {
  return number.length < 8 ? '•••' : `${number.slice(0, 4)}•••${number.slice(-3)}`
}
