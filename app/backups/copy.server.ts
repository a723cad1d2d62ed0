import { runInThread } from '#app/jobs/thread.server.ts'

const COPY_TIMEOUT_MS = 10 * 60_000

export type CopyOrder = {
  /** a live database; undefined: the target exists and is only looked at */
  source: string | undefined
  target: string
  isPlatform: boolean
}

export type CopyResult = {
  /** the company whose file it is by its own word, or `platform` */
  owner: string
  schemaVersion: number
  /** rows of each table */
  tables: Record<string, number>
  bytes: number
}

/**
 * Copies a live database with VACUUM INTO (one moment of it, while others write) and checks the
 * copy, in a thread of its own.
 *
 * @throws Error when the copy is not whole
 */
export function copyDatabase(order: CopyOrder): Promise<CopyResult> {
  return runInThread({
    ...{ name: 'copy', source: '#app/backups/copy-thread.server.ts' },
    ...{ workerData: order, timeoutMs: COPY_TIMEOUT_MS },
  })
}

/** Integrity, owner and rows of a file that nobody else has open. */
export function inspectDatabase(path: string, isPlatform: boolean): Promise<CopyResult> {
  return copyDatabase({ source: undefined, target: path, isPlatform })
}
