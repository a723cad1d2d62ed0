import { parentPort, workerData } from 'node:worker_threads'
import { keepLines, openLogFile, pruneLines } from './file.server.ts'
import type { LogLimits } from './file.server.ts'
import { readLine } from './line.ts'

const PRUNE_EVERY_MS = 60_000

const { path, limits } = workerData as { path: string; limits: LogLimits }
const sqlite = openLogFile(path)

/** One turn of tidying after another, with room for lines between them. */
function prune(): void {
  try {
    if (pruneLines(sqlite, limits, Date.now())) setImmediate(prune)
  } catch {
    // A full disk or a busy file: the next minute tries again.
  }
}

prune()
const pruning = setInterval(prune, PRUNE_EVERY_MS)

parentPort?.on('message', (texts: string[] | 'close') => {
  if (texts === 'close') {
    clearInterval(pruning)
    sqlite.close()
    parentPort?.close()
    return
  }
  try {
    keepLines(
      sqlite,
      texts.flatMap((text) => readLine(text) ?? []),
    )
  } catch {
    // What cannot be kept here still stands on stderr; telling of it would come back here.
  }
})
