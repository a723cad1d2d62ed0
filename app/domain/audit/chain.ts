import { createHash } from 'node:crypto'

/** What stands before the first entry of a log. */
export const CHAIN_START = '0'.repeat(64)

/** The fields an entry's hash vouches for; all of them, so that none can change unseen. */
export type ChainedFields = {
  id: number
  at: number
  actorKind: string
  actorId: number | null
  actorName: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  detailsJson: string
}

/**
 * SHA-256 over the hash before and the entry's fields, in hex. The fields stand in a JSON list
 * in a fixed order, so that no two entries are written the same way.
 */
export function hashEntry(previousHash: string, entry: ChainedFields): string {
  const { id, at, actorKind, actorId, actorName, action } = entry
  const { subjectKind, subjectId, detailsJson } = entry
  const canonical = JSON.stringify([
    ...[previousHash, id, at, actorKind, actorId, actorName, action],
    ...[subjectKind, subjectId, detailsJson],
  ])
  return createHash('sha256').update(canonical).digest('hex')
}
