import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * The source file of a thread. Resolved by the package's own import map and not beside the file
 * that starts it, because that one may be running from inside a bundle.
 *
 * @param source as it is imported, e.g. `#app/backups/copy-thread.server.ts`
 */
export function threadUrl(source: string): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve(source))
}

/**
 * Runs one piece of work in a thread of its own that takes `workerData` and posts its result.
 *
 * @param work.name what errors are called by
 * @throws what the thread threw; Error `<name>_timeout` or `<name>_thread_ended: <code>`
 */
export function runInThread<T>(work: {
  name: string
  source: string
  workerData: unknown
  timeoutMs: number
}): Promise<T> {
  const { name, source, workerData, timeoutMs } = work
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadUrl(source), { workerData, execArgv: [] })
    const timer = setTimeout(() => {
      reject(new Error(`${name}_timeout`))
      void worker.terminate()
    }, timeoutMs)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`${name}_thread_ended: ${code}`))
    })
  })
}
