import { and, eq, gt, gte, inArray } from 'drizzle-orm'
import { aiAnswers } from '#app/domain/answers/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Failure } from './attempts.server.ts'
import { findMessage } from './message-rows.server.ts'
import type { MessageRow } from './message-rows.server.ts'
import { conversationEvents, messages } from './schema.server.ts'

/** An answer to what was asked so long ago helps nobody. Provider time. */
const STALE_MS = 12 * 3_600_000

export type Superseded = Failure & { isQuestionEdited: boolean }

/**
 * What happened since the AI wrote and makes its message wrong to send: a person took over or
 * replied, the question was edited or taken back, or it has grown old while waiting.
 */
export function findSuperseded(
  db: TenantDb,
  message: MessageRow,
  now: number = Date.now(),
): Superseded | undefined {
  if (message.authorKind !== 'ai') return undefined
  if (hasPersonActed(db, message)) return superseded('A person took over before it was sent.')
  const question = questionOf(db, message)
  if (!question) return undefined
  if (question.deletedAt !== null) return superseded('The customer took the question back.')
  const askedAt = question.providerAt ?? question.createdAt
  if (now - askedAt > STALE_MS) return superseded('The question is older than twelve hours.')
  // Vendors cut times to the second.
  const isEdited = question.editedAt !== null && question.editedAt + 1000 > message.createdAt
  return isEdited ? superseded('The customer changed the question.', true) : undefined
}

function superseded(reason: string, isQuestionEdited = false): Superseded {
  return { code: 'superseded', reason, isQuestionEdited }
}

function hasPersonActed(db: TenantDb, message: MessageRow): boolean {
  const reply = db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, message.conversationId),
        gt(messages.id, message.id),
        inArray(messages.authorKind, ['member', 'phone']),
      ),
    )
    .limit(1)
    .get()
  return reply !== undefined || wasTakenOver(db, message)
}

function wasTakenOver(db: TenantDb, message: MessageRow): boolean {
  const event = db
    .select({ id: conversationEvents.id })
    .from(conversationEvents)
    .where(
      and(
        eq(conversationEvents.conversationId, message.conversationId),
        eq(conversationEvents.kind, 'taken_over'),
        gte(conversationEvents.at, message.createdAt),
      ),
    )
    .limit(1)
    .get()
  return event !== undefined
}

function questionOf(db: TenantDb, message: MessageRow): MessageRow | undefined {
  if (message.aiAnswerId === null) return undefined
  const answer = db
    .select({ turnMessageId: aiAnswers.turnMessageId })
    .from(aiAnswers)
    .where(eq(aiAnswers.id, message.aiAnswerId))
    .get()
  return answer?.turnMessageId ? findMessage(db, answer.turnMessageId) : undefined
}
