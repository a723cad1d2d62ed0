import { parentPort } from 'node:worker_threads'
import { inspectFile } from './inspect.server.ts'
import type { FileToInspect } from './inspect.server.ts'

parentPort?.on('message', (file: FileToInspect) => {
  parentPort?.postMessage(inspectFile(file))
})
