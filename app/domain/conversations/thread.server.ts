import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { sourceHashOf } from '#app/domain/translations/source-hash.server.ts'
import { findConversationHead } from './conversation-head.server.ts'
import type { ConversationHead } from './conversation-head.server.ts'
import { encodeCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { listMentions } from '#app/domain/mentions/read.server.ts'
import type { ShownMention } from '#app/domain/mentions/read.server.ts'
import { toPage } from './records.server.ts'
import { listEventRows, listNoteRows } from './thread-history.server.ts'
import type { EventRow, NoteRow } from './thread-history.server.ts'
import { listMessageRows, THREAD_PAGE_MESSAGES } from './thread-messages.server.ts'
import type { MessageRow } from './thread-messages.server.ts'
import { listParts } from './thread-parts.server.ts'
import type { ThreadParts } from './thread-parts.server.ts'

const THE_END: Cursor = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

export type ThreadMessage = ReturnType<typeof toMessage>
export type ThreadNote = NoteRow & {
  kind: 'note'
  mentions: ShownMention[]
  /** it names the one who looks, who has not seen it yet */
  isNewForMe: boolean
}
export type ThreadEvent = Omit<EventRow, 'dataJson' | 'kind'> & {
  kind: 'event'
  event: string
  data: Record<string, unknown>
}
export type ThreadItem = ThreadMessage | ThreadNote | ThreadEvent

/** `earlier` is the place to ask for the page before this one; undefined at the beginning. */
export type Thread = { head: ConversationHead; items: ThreadItem[]; earlier: Cursor | undefined }

/**
 * One page of a conversation, oldest first, ending at its newest message or before a place in
 * it: messages by provider time with everything that hangs on them, notes and history between.
 *
 * @returns undefined when this person cannot reach the conversation
 */
export function findThread(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  before: Cursor = THE_END,
): Thread | undefined {
  const head = findConversationHead(db, actor, conversationId)
  if (!head) return undefined
  const { rows, next: earlier } = toPage(
    listMessageRows(db, conversationId, before),
    THREAD_PAGE_MESSAGES,
    (row) => ({ at: row.at, id: row.id }),
  )
  // The first page of a conversation also holds what happened before its first message.
  const from = earlier ? earlier.at : 0
  const stretch = { conversationId, from, before: before.at }
  const items = [
    ...toMessages(db, rows.reverse()),
    ...toNotes(db, actor, listNoteRows(db, stretch)),
    ...listEventRows(db, stretch).map(toEvent),
  ]
  // The sort is stable: at the same instant a message stands before what followed from it.
  return { head, items: items.sort((a, b) => a.at - b.at), earlier }
}

function toNotes(db: TenantDb, actor: Actor, rows: NoteRow[]): ThreadNote[] {
  // Few notes name anybody: those without an @ ask nothing.
  const ids = rows.filter((row) => row.text.includes('@')).map((row) => row.id)
  const mentions = listMentions(db, ids)
  return rows.map((row) => {
    const own = mentions.filter((one) => one.noteId === row.id)
    const isNewForMe = own.some((one) => one.memberId === actor.id && !one.isRead)
    return { ...row, kind: 'note', mentions: own, isNewForMe }
  })
}

function toMessages(db: TenantDb, rows: MessageRow[]): ThreadMessage[] {
  const answerIds = rows.flatMap((row) => row.aiAnswerId ?? [])
  const parts = listParts(
    db,
    rows.map((row) => row.id),
    answerIds,
  )
  return rows.map((row) => toMessage(row, parts))
}

function toMessage(row: MessageRow, parts: ThreadParts) {
  const { payloadJson, quotedId, quotedAuthor, quotedType, replyToProviderId, ...message } = row
  const { quotedText, quotedMemberName, quotedDeletedAt, quotedAt, ...rest } = message
  const { aiAnswerId, heldUntil, isNamed, ...own } = rest
  const ofThis = (part: { messageId: number }) => part.messageId === row.id
  const answer = parts.answers.find((entry) => entry.id === aiAnswerId)
  const isQuoteKnown = quotedId !== null && quotedAuthor !== null && quotedType !== null
  return {
    ...own,
    kind: 'message' as const,
    /** the channel has a name for it, so that it can be told what to do with it */
    isNamed: isNamed === 1,
    /** how much longer whoever sent it may take it back, ms */
    heldMs: row.status === 'queued' ? Math.max(0, (heldUntil ?? 0) - Date.now()) : 0,
    payload: JSON.parse(payloadJson) as Record<string, unknown>,
    quote: isQuoteKnown
      ? {
          ...{ id: quotedId, authorKind: quotedAuthor, authorName: quotedMemberName },
          ...{ type: quotedType, text: quotedText, isDeleted: quotedDeletedAt !== null },
          /** leads to the page that ends with it */
          page: encodeCursor({ at: quotedAt ?? 0, id: quotedId + 1 }),
        }
      : null,
    /** it quotes a message that never reached us */
    isQuoteLost: !isQuoteKnown && replyToProviderId !== null,
    media: parts.media.filter(ofThis),
    reactions: parts.reactions.filter(ofThis),
    edits: parts.edits.filter(ofThis),
    links: parts.links.filter(ofThis),
    translations: parts.translations.filter(ofThis).flatMap((one) => toTranslation(one, row.text)),
    answer: answer && {
      ...answer,
      sources: parts.sources.filter((source) => source.answerId === answer.id),
      claims: parts.claims.filter((claim) => claim.answerId === answer.id),
      calls: parts.calls.filter((call) => call.answerId === answer.id),
    },
  }
}

/** One of other words than those that stand there now is none. */
function toTranslation(
  { language, text, sourceLanguage, sourceHash }: ThreadParts['translations'][number],
  original: string | null,
) {
  const isCurrent = original !== null && sourceHash === sourceHashOf(original)
  return isCurrent ? [{ language, text, sourceLanguage }] : []
}

function toEvent({ dataJson, kind, ...row }: EventRow): ThreadEvent {
  const data = JSON.parse(dataJson) as Record<string, unknown>
  return { ...row, kind: 'event', event: kind, data }
}
