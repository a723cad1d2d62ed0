/**
 * What stops a LiteFS node, or brings its files apart: one file rewritten or switched under it,
 * or one transaction over two files. Kept to on a plain disk too, where it would only be found
 * out in production. `VACUUM INTO` a file outside the mount is the way to shrink or copy.
 */
const FORBIDDEN: readonly { name: string; pattern: RegExp }[] = [
  { name: 'VACUUM in place', pattern: /(?:^|;)\s*vacuum\b(?!\s+(?:\w+\s+)?into\b)/i },
  { name: 'journal_mode', pattern: /\bpragma\s+(?:\w+\.)?journal_mode\s*[=(]/i },
  { name: 'locking_mode', pattern: /\bpragma\s+(?:\w+\.)?locking_mode\s*[=(]/i },
  { name: 'auto_vacuum', pattern: /\bpragma\s+(?:\w+\.)?auto_vacuum\s*[=(]/i },
  { name: 'incremental_vacuum', pattern: /\bpragma\s+(?:\w+\.)?incremental_vacuum\b/i },
  { name: 'ATTACH', pattern: /(?:^|;)\s*attach\b/i },
]
/** Most statements hold none of these words and are asked nothing more. */
const SUSPECT = /vacuum|attach|journal_mode|locking_mode/i
const COMMENTS = /--[^\n]*|\/\*[\s\S]*?\*\//g

/** @returns what is forbidden about a text of SQL, or undefined */
export function findForbidden(sql: string): string | undefined {
  if (!SUSPECT.test(sql)) return undefined
  const plain = sql.replace(COMMENTS, ' ')
  return FORBIDDEN.find(({ pattern }) => pattern.test(plain))?.name
}

/** @throws when a text of SQL would stop a replicated node */
export function refuseForbidden(sql: string): void {
  const found = findForbidden(sql)
  if (found) throw new Error(`Forbidden in replicated files: ${found}`)
}
