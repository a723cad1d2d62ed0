import { Worker } from 'node:worker_threads'
import type { FitRequest, FittedPassages } from '../lsa/fit-passages.server.ts'
import { threadUrl } from './module-path.server.ts'

/** A fit of 6,000 passages takes about 20 s of one core; this is for a machine under load. */
const FIT_TIMEOUT_MS = 300_000

let last: Promise<unknown> = Promise.resolve()

/** Fits in a thread of its own; one fit at a time in the process, the others wait. */
export function fitInThread(request: FitRequest): Promise<FittedPassages> {
  const next = last.then(() => run(request))
  last = next.catch(() => undefined)
  return next
}

function run(request: FitRequest): Promise<FittedPassages> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadUrl('fit-thread'), { workerData: request, execArgv: [] })
    const timer = setTimeout(() => {
      reject(new Error('fit_timeout'))
      void worker.terminate()
    }, FIT_TIMEOUT_MS)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`fit_thread_ended: ${code}`))
    })
  })
}
