import { parentPort, workerData } from 'node:worker_threads'
import { fitPassages } from '../lsa/fit-passages.server.ts'
import type { FitRequest } from '../lsa/fit-passages.server.ts'

// One fit, then the thread ends and its memory with it.
const fitted = fitPassages(workerData as FitRequest)
parentPort?.postMessage(fitted, [
  fitted.vectors.buffer as ArrayBuffer,
  fitted.parameters.buffer as ArrayBuffer,
])
