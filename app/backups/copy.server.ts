import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

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
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadUrl(), { workerData: order, execArgv: [] })
    const timer = setTimeout(() => {
      reject(new Error('copy_timeout'))
      void worker.terminate()
    }, COPY_TIMEOUT_MS)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`copy_thread_ended: ${code}`))
    })
  })
}

/** Integrity, owner and rows of a file that nobody else has open. */
export function inspectDatabase(path: string, isPlatform: boolean): Promise<CopyResult> {
  return copyDatabase({ source: undefined, target: path, isPlatform })
}

/** By the package's own import map: this file may be running from inside a bundle. */
function threadUrl(): URL {
  const require = createRequire(import.meta.url)
  return pathToFileURL(require.resolve('#app/backups/copy-thread.server.ts'))
}
