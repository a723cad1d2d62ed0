import { eq } from 'drizzle-orm'
import { joinQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { noteLinks } from '#app/domain/link-previews/note.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { checkMessage } from './check-message.server.ts'
import type { CheckedMessage } from './check-message.server.ts'
import type { EventActor } from './events.server.ts'
import { insertMedia } from './media-rows.server.ts'
import { insertMessage } from './message-rows.server.ts'
import { noteMessage, pauseAi } from './note-message.server.ts'
import type { NotedMessage } from './note-message.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import type { MessageAuthor, QueueMessageInput, QueueMessageResult } from './outbound.ts'
import { conversations, messages } from './schema.server.ts'

/**
 * Queues what we say: the message and the job that sends it, in one transaction. Somebody of
 * the company speaking (a member, or a program with its key) pauses the AI.
 */
export function queueMessage(db: TenantDb, input: QueueMessageInput): QueueMessageResult {
  return inTransaction(db, () => {
    const key = input.idempotencyKey && `${input.conversationId}:${input.idempotencyKey}`
    const first = key ? findByKey(db, key) : undefined
    if (first !== undefined) return { ok: true, messageId: first, isNew: false }
    const now = input.now ?? Date.now()
    const checked = checkMessage(db, input, now)
    if (!checked.ok) return checked
    const { conversation } = checked
    const ids = checked.parts.map((part, index) =>
      insertPart(db, { input, checked, part, key: index === 0 ? key : undefined, now }),
    )
    if (speaksForStaff(input.author)) {
      pauseAi(db, conversation, toActor(input.author))
    }
    if (input.author.kind === 'api') joinQueue(db, conversation.id, now)
    // The turn passes to the customer: lists and heads say so.
    if (speaksForStaff(input.author))
      recordChange(db, 'conversation.changed', { conversationId: conversation.id })
    return { ok: true, messageId: ids[0] as number, isNew: true }
  })
}

/** Whether a sending with this key is there already: asking again is no new message. */
export function isQueued(db: TenantDb, conversationId: number, idempotencyKey: string): boolean {
  return findByKey(db, `${conversationId}:${idempotencyKey}`) !== undefined
}

/** Enqueues the sending of a queued message; each retry has a key of its own. */
export function sendLater(
  db: TenantDb,
  messageId: number,
  round: number | string,
  runAt?: number,
): void {
  enqueue(db, 'message.send', { messageId }, { key: `${messageId}:${round}`, runAt })
}

function insertPart(
  db: TenantDb,
  place: {
    input: QueueMessageInput
    checked: CheckedMessage
    part: CheckedMessage['parts'][number]
    key: string | undefined
    now: number
  },
): number {
  const { input, checked, part, key, now } = place
  const { conversation, replyTo } = checked
  const { author } = input
  const sortAt = sortAtOf(db, conversation, now)
  const heldUntil = input.holdMs ? now + input.holdMs : null
  const messageId = insertMessage(db, {
    ...{ conversationId: conversation.id, endpointId: conversation.endpointId },
    ...{ direction: 'outbound', authorKind: toAuthorKind(author), type: part.type },
    ...{ text: part.text, status: 'queued', sortAt, createdAt: now },
    payloadJson: JSON.stringify(part.payload),
    authorMemberId: author.kind === 'member' ? author.memberId : null,
    aiAnswerId: author.kind === 'ai' ? author.answerId : null,
    replyToId: replyTo?.id ?? null,
    replyToProviderId: replyTo?.providerId ?? null,
    ...{ idempotencyKey: key ?? null, heldUntil },
  })
  insertMedia(db, messageId, part.media)
  noteLinks(db, { messageId, text: part.text, now })
  sendLater(db, messageId, 1, heldUntil ?? undefined)
  const { id: conversationId, contactId } = conversation
  noteMessage(db, {
    ...{ conversationId, contactId, messageId, sortAt, now },
    ...{ speaker: toSpeaker(author), hasMedia: part.media.length > 0 },
  })
  return messageId
}

/**
 * Vendors cut times to the second, so ours are cut too: a customer's quick reply must not sort
 * above what it replies to. And nothing we say now sorts above what is there already.
 */
function sortAtOf(db: TenantDb, conversation: ConversationRow, now: number): number {
  const { timeStepMs } = channelRules[conversation.channel as ChannelKind]
  const head = db
    .select({ at: conversations.lastMessageAt })
    .from(conversations)
    .where(eq(conversations.id, conversation.id))
    .get()
  return Math.max(Math.floor(now / timeStepMs) * timeStepMs, head?.at ?? 0)
}

function findByKey(db: TenantDb, key: string): number | undefined {
  return db.select({ id: messages.id }).from(messages).where(eq(messages.idempotencyKey, key)).get()
    ?.id
}

/** A program with the company's key speaks for its staff. */
function toAuthorKind(author: MessageAuthor): 'member' | 'ai' | 'system' {
  return author.kind === 'api' ? 'member' : author.kind
}

function speaksForStaff(author: MessageAuthor): boolean {
  return toSpeaker(author) === 'staff'
}

function toSpeaker(author: MessageAuthor): NotedMessage['speaker'] {
  return author.kind === 'member' || author.kind === 'api' ? 'staff' : author.kind
}

function toActor(author: MessageAuthor): EventActor {
  return author.kind === 'member' ? author : { kind: 'api' }
}
