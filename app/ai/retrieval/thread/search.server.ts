import { Worker } from 'node:worker_threads'
import type { SearchRequest, SearchResult } from '../search/result.ts'
import type { FromSearchThread, ToSearchThread } from './messages.ts'
import { threadUrl } from '#app/jobs/thread.server.ts'

/** A cold company of 100,000 passages takes about a second; beyond this something is broken. */
const SEARCH_TIMEOUT_MS = 10_000

export type SearchTarget = { tenantId: string; path: string }

type Waiting = {
  resolve: (result: SearchResult | undefined) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

type Thread = { worker: Worker; waiting: Map<number, Waiting>; lastId: number }

/**
 * One thread for the process, kept outside this module: a bundle may carry a second copy of
 * it, and two threads would hold every company's vectors twice.
 */
const HOLDER = Symbol.for('baraza.search-thread')
const holder = globalThis as { [HOLDER]?: Thread | undefined }

/** Searches beside the event loop: a search of 100,000 passages would hold it up. */
export async function searchInThread(
  target: SearchTarget,
  request: SearchRequest,
): Promise<SearchResult> {
  const result = await ask({ id: 0, kind: 'search', ...target, request })
  if (!result) throw new Error('search_without_result')
  return result
}

/** Closes what the thread holds of a company, so that its file can be moved or removed. */
export async function forgetInSearch(tenantId: string): Promise<void> {
  if (holder[HOLDER]) await ask({ id: 0, kind: 'forget', tenantId })
}

export async function stopSearch(): Promise<void> {
  const thread = holder[HOLDER]
  holder[HOLDER] = undefined
  await thread?.worker.terminate()
}

function ask(message: ToSearchThread): Promise<SearchResult | undefined> {
  const thread = (holder[HOLDER] ??= startThread())
  const id = ++thread.lastId
  return new Promise((resolve, reject) => {
    // A thread that hangs is replaced by the next search.
    const timer = setTimeout(() => void endThread(thread, 'search_timeout'), SEARCH_TIMEOUT_MS)
    thread.waiting.set(id, { resolve, reject, timer })
    thread.worker.ref()
    thread.worker.postMessage({ ...message, id })
  })
}

function startThread(): Thread {
  const worker = new Worker(threadUrl('#app/ai/retrieval/thread/search-thread.server.ts'), {
    execArgv: [],
  })
  const thread: Thread = { worker, waiting: new Map(), lastId: 0 }
  worker.on('message', (message: FromSearchThread) => settle(thread, message))
  worker.on('error', (error) => void endThread(thread, `search_thread: ${error.message}`))
  worker.on('exit', () => void endThread(thread, 'search_thread_ended'))
  worker.unref()
  return thread
}

function settle(thread: Thread, message: FromSearchThread): void {
  const waiting = thread.waiting.get(message.id)
  if (!waiting) return
  clearTimeout(waiting.timer)
  thread.waiting.delete(message.id)
  // An idle thread does not keep a command-line program alive.
  if (thread.waiting.size === 0) thread.worker.unref()
  if (message.ok) waiting.resolve(message.result)
  else waiting.reject(new Error(message.error))
}

async function endThread(thread: Thread, reason: string): Promise<void> {
  if (holder[HOLDER] === thread) holder[HOLDER] = undefined
  for (const waiting of thread.waiting.values()) {
    clearTimeout(waiting.timer)
    waiting.reject(new Error(reason))
  }
  thread.waiting.clear()
  await thread.worker.terminate()
}
