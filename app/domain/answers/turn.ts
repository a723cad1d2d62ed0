import type { Company } from '#app/domain/company/queries.server.ts'
import type { Thread, ThreadMessage } from './thread.server.ts'

/** A machine's answer to yesterday's question does more harm than none. */
const ANSWERABLE_FOR_MS = 12 * 3_600_000

export type TurnProblem =
  | 'ai_disabled'
  | 'ai_paused'
  | 'conversation_closed'
  | 'contact_blocked'
  | 'nothing_to_answer'
  | 'stale_text'

export type TurnChange = 'human_replied' | 'newer_message' | 'message_changed'

/** Why the assistant may not answer now, the firmest reason first; undefined when it may. */
export function findTurnProblem(
  thread: Thread,
  company: Pick<Company, 'aiEnabled'>,
  now: number,
): TurnProblem | undefined {
  if (!company.aiEnabled) return 'ai_disabled'
  if (thread.conversation.aiState !== 'on') return 'ai_paused'
  if (thread.conversation.status === 'closed') return 'conversation_closed'
  if (thread.contact.blockedAt !== null) return 'contact_blocked'
  if (thread.turn.length === 0) return 'nothing_to_answer'
  return thread.turn.some(({ at }) => now - at <= ANSWERABLE_FOR_MS) ? undefined : 'stale_text'
}

/** What happened between reading the turn and answering it; undefined when nothing did. */
export function findTurnChange(before: Thread, after: Thread): TurnChange | undefined {
  if (after.lastOutboundId !== before.lastOutboundId) return 'human_replied'
  const now = new Map(after.turn.map((message) => [message.id, message]))
  const isSame = (message: ThreadMessage) => {
    const current = now.get(message.id)
    return current?.text === message.text && current.editedAt === message.editedAt
  }
  if (!before.turn.every(isSame)) return 'message_changed'
  return after.turn.length > before.turn.length ? 'newer_message' : undefined
}
