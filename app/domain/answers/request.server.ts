import { eq, sql } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { enqueue, findWaiting, postpone } from '#app/jobs/queue.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** However fast a customer types on, the first message is answered after this. */
const WAIT_MAX_MS = 6_000

const AI_STATE = Symbol('answers.ai_state')

/**
 * Asks for an answer once the customer has paused, in the transaction that stored the message.
 * Messages that follow each other push the same answer back; one that comes while an answer is
 * being written asks for a new one, and the older is dropped when it is finished.
 *
 * @returns false when the assistant is not to answer here
 */
export function requestAnswer(
  db: TenantDb,
  request: {
    conversationId: number
    messageId: number
    debounceMs: number
    now?: number
    /** asks again about a message that was asked about before, under a name of its own */
    round?: string
  },
): boolean {
  const { conversationId, messageId, debounceMs, now = Date.now(), round } = request
  if (!getCompany(db).aiEnabled) return false
  if (prepared(db, AI_STATE, selectAiState).get({ conversationId })?.aiState !== 'on') return false
  const runAt = now + debounceMs
  const waiting = findWaiting(db, 'ai.answer', keyPrefix(conversationId))
  if (waiting) {
    postpone(db, 'ai.answer', waiting.key, Math.min(runAt, waiting.createdAt + WAIT_MAX_MS))
    return true
  }
  const key = `${keyPrefix(conversationId)}${messageId}${round ? `:${round}` : ''}`
  return enqueue(db, 'ai.answer', { conversationId }, { key, runAt })
}

function keyPrefix(conversationId: number): string {
  return `${conversationId}:`
}

function selectAiState(db: TenantDb) {
  return db
    .select({ aiState: conversations.aiState })
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare()
}
