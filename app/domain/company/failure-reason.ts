/** What may fail. Pages take it from here: they know nothing of the queue. */
export type { JobKind } from '#app/jobs/registry.ts'

/** Why a job failed: a case that every language has a sentence for, or what the other side said. */
export type FailureReason =
  { code: 'interrupted' | 'unsupported' | 'timeout' | 'network' | 'internal' } | { said: string }

const TIMEOUT = /timeout|timed out|abort/i
const NETWORK = /fetch failed|ECONN|ENOTFOUND|EAI_AGAIN|socket|network/i
/** What our own code throws by name, such as SqliteError; nobody outside can do anything with it. */
const ERROR_NAME = /^[\w$]*(Error|Exception)?$/

/** @param lastError the job's column: a vendor's sentence, an error's name, or a word of the queue */
export function toFailureReason(lastError: string | null): FailureReason {
  const text = lastError?.trim() ?? ''
  if (text === 'interrupted') return { code: 'interrupted' }
  if (/^No handler for |^The payload does not fit/.test(text)) return { code: 'unsupported' }
  if (TIMEOUT.test(text)) return { code: 'timeout' }
  if (NETWORK.test(text)) return { code: 'network' }
  return ERROR_NAME.test(text) ? { code: 'internal' } : { said: text }
}
