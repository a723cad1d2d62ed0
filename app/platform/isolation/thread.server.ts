import { Worker } from 'node:worker_threads'
import type { Finding } from './findings.ts'
import type { FileToInspect } from './inspect.server.ts'

export type Inspector = {
  inspect: (file: FileToInspect) => Promise<Finding[]>
  close: () => Promise<void>
}

/** A thread that looks at files one after the other, beside requests and jobs. */
export function startInspector(): Inspector {
  const worker = new Worker(new URL('./inspect-thread.server.ts', import.meta.url), {
    execArgv: [],
  })
  worker.unref()
  return {
    inspect: (file) =>
      new Promise((resolve, reject) => {
        const done = () => {
          worker.off('message', onMessage)
          worker.off('error', onError)
          worker.unref()
        }
        const onMessage = (findings: Finding[]) => {
          done()
          resolve(findings)
        }
        const onError = (error: Error) => {
          done()
          reject(error)
        }
        worker.ref()
        worker.on('message', onMessage)
        worker.on('error', onError)
        worker.postMessage(file)
      }),
    close: async () => void (await worker.terminate()),
  }
}
