import { globSync, readFileSync } from 'node:fs'
import { everyQuery } from '#tests/visibility/samples.ts'

/** Every word that some page reads from its address: a new one is here because it is read. */
export function readQueryNames(): string[] {
  const names = new Set(everyQuery.flatMap((query) => [...new URLSearchParams(query).keys()]))
  for (const file of globSync('app/{routes,ui,domain,platform}/**/*.{ts,tsx}')) {
    const source = readFileSync(file, 'utf8')
    const read = [
      ...source.matchAll(/(?:searchParams|params|query|search)\.(?:get|getAll)\('([\w.-]+)'\)/g),
      ...source.matchAll(/[?&]([a-z]\w*)=/g),
    ]
    for (const [, name] of read) names.add(name as string)
  }
  return [...names].sort()
}

/** What filters, sorts and searches have been broken with elsewhere, and what nobody types. */
export const hostileWords = [
  ...[`' OR 1=1--`, `" OR ""="`, `1) or (1=1`, `x'; drop table contacts;--`, `1 union select 1`],
  ...['*', 'NEAR(a b)', 'name:x', '"', 'a AND', '^a', '{name}: x', '%', '_%', `\\`, '-x'],
  ...['-1', '0', '1e999', '9007199254740993', '99999999999999999999', '0x10', 'NaN', '1.5'],
  ...['__proto__', 'constructor', 'toString', '[]', '{}', '{"$ne":1}', '\u0000', '\u202e'],
  ...['2026-99-99', '-271821-04-20', 'a'.repeat(90), '../../etc/passwd', '${jndi:x}'],
] as const
