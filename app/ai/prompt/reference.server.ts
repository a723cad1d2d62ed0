import { createHash } from 'node:crypto'

const CHARACTERS = 12

/**
 * A word that only the prompt of this company holds: a reply with it was drawn out of the
 * prompt. It tells nothing, and is the same for good, so that the prompt stays cacheable.
 */
export function toReference(tenantId: string): string {
  const digest = createHash('sha256').update(`prompt reference ${tenantId}`).digest('hex')
  return `ref${digest.slice(0, CHARACTERS)}`
}
