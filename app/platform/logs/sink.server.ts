import { Worker } from 'node:worker_threads'
import type { LogLimits } from './file.server.ts'

/** A crash loses what came in since. */
const FLUSH_AFTER_MS = 400
/** Lines that wait at most; a disk that does not keep up costs lines and not memory. */
const WAITING_MAX = 20_000
const CLOSE_MAX_MS = 3_000

export type LogSink = { write: (line: string) => void; close: () => Promise<void> }

/**
 * Keeps lines in a file of their own, in batches and in a thread of its own: whoever logs never
 * waits for a disk.
 */
export function startLogSink(path: string, limits: LogLimits): LogSink {
  const worker = new Worker(new URL('./write-thread.server.ts', import.meta.url), {
    ...{ workerData: { path, limits }, execArgv: [] },
  })
  worker.unref()
  let isBroken = false
  let waiting: string[] = []
  let leftOut = 0
  let timer: NodeJS.Timeout | undefined
  worker.on('error', () => (isBroken = true))

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (leftOut > 0) waiting.push(sayLeftOut(leftOut))
    if (waiting.length > 0 && !isBroken) worker.postMessage(waiting)
    waiting = []
    leftOut = 0
  }

  return {
    write: (line) => {
      if (waiting.length >= WAITING_MAX) return void (leftOut += 1)
      waiting.push(line)
      timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref()
    },
    close: async () => {
      flush()
      if (isBroken) return
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage('close')
      const late = setTimeout(() => void worker.terminate(), CLOSE_MAX_MS)
      await ended
      clearTimeout(late)
    },
  }
}

function sayLeftOut(lines: number): string {
  const time = new Date().toISOString()
  return JSON.stringify({ level: 40, time, lines, msg: 'lines were left out' })
}
