import { readFileSync, statSync } from 'node:fs'

/**
 * Says whether a database has changed since: LiteFS's position where there is one, otherwise size
 * and time of the file and its log. May differ without a change, never the other way round.
 */
export function markOf(path: string): string {
  const position = orUndefined(() => readFileSync(`${path}-pos`, 'utf8').trim())
  if (position) return position
  return [path, `${path}-wal`].map((file) => orUndefined(() => stamp(file)) ?? '-').join(' ')
}

function stamp(file: string): string {
  const { size, mtimeNs } = statSync(file, { bigint: true })
  return `${size}@${mtimeNs}`
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
