import { createHash } from 'node:crypto'

/** Tells whether a translation still belongs to a message's words. */
export function sourceHashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
