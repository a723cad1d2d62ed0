/** What is known of a stored object. */
export type StoredObject = {
  key: string
  bytes: number
  /** UTC ms */
  at: number
}

/**
 * Where backups are kept: a folder, or a bucket. Keys are paths of plain lower-case parts.
 * An object is there whole or not at all.
 */
export type BackupStore = {
  /** Keeps a file's bytes under a key; returns once they are durable. */
  put: (key: string, file: string) => Promise<void>
  /** @throws MissingObjectError */
  fetch: (key: string, toFile: string) => Promise<void>
  list: (prefix: string) => Promise<StoredObject[]>
  /** Nothing happens when there is none. */
  remove: (key: string) => Promise<void>
}

export class MissingObjectError extends Error {
  override name = 'MissingObjectError'
}

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/

/** @throws Error for anything that could lead out of the store */
export function checkKey(key: string): string {
  if (!KEY.test(key) || key.includes('..')) throw new Error('Not a key of the backup store')
  return key
}
