import { runInThread } from '#app/jobs/thread.server.ts'
import type { FitRequest, FittedPassages } from '../lsa/fit-passages.server.ts'

/** A fit of 6,000 passages takes about 20 s of one core; this is for a machine under load. */
const FIT_TIMEOUT_MS = 300_000

let last: Promise<unknown> = Promise.resolve()

/** Fits in a thread of its own; one fit at a time in the process, the others wait. */
export function fitInThread(request: FitRequest): Promise<FittedPassages> {
  const next = last.then(() =>
    runInThread<FittedPassages>({
      ...{ name: 'fit', source: '#app/ai/retrieval/thread/fit-thread.server.ts' },
      ...{ workerData: request, timeoutMs: FIT_TIMEOUT_MS },
    }),
  )
  last = next.catch(() => undefined)
  return next
}
