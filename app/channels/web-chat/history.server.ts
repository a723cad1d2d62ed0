import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { listMedia } from '#app/domain/conversations/media-rows.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { makeTicket } from './tickets.server.ts'
import { contactIdOf } from './visitors.server.ts'
import type { Visitor } from './visitors.server.ts'
import { keyOf } from './written.ts'

export const HISTORY_PAGE = 30
const QUOTE_CHARS_MAX = 160

/** A message as the visitor's page gets it. */
export type VisitorMessage = {
  id: number
  /** the browser's own id of what it sent */
  key: string | null
  by: 'visitor' | 'ai' | 'person'
  /** the first name of the person who wrote */
  name: string | null
  text: string | null
  files: { ticket: string; name: string; mimeType: string; byteSize: number }[]
  status: string
  /** UTC ms */
  at: number
  isEdited: boolean
  /** it was taken back: nothing of what it said is left */
  isDeleted: boolean
  /** the company's */
  reaction: string | null
  /** what it answers, cut short; empty where that has no words */
  quote: string | null
}

/** What this visitor and the company said to each other here, newest first. */
export function listVisitorMessages(
  db: TenantDb,
  visitor: Visitor,
  { before, ids }: { before?: number; ids?: number[] } = {},
): VisitorMessage[] {
  const contactId = contactIdOf(db, visitor)
  if (contactId === undefined) return []
  return selectMessages(db)
    .where(
      and(
        eq(conversations.contactId, contactId),
        eq(conversations.endpointId, visitor.endpointId),
        isShown(),
        before === undefined ? undefined : isBefore(before),
        ids === undefined ? undefined : inArray(messages.id, ids),
      ),
    )
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(ids?.length ?? HISTORY_PAGE)
    .all()
    .map((row) => toVisitorMessage(db, visitor, row))
}

/** Their conversations here, for sifting changes. */
export function listConversationIds(db: TenantDb, visitor: Visitor): number[] {
  const contactId = contactIdOf(db, visitor)
  if (contactId === undefined) return []
  return db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(eq(conversations.contactId, contactId), eq(conversations.endpointId, visitor.endpointId)),
    )
    .all()
    .map((row) => row.id)
}

function selectMessages(db: TenantDb) {
  return db
    .select({
      id: messages.id,
      direction: messages.direction,
      authorKind: messages.authorKind,
      authorName: members.name,
      text: messages.text,
      status: messages.status,
      providerId: messages.providerId,
      at: messages.sortAt,
      editedAt: messages.editedAt,
      deletedAt: messages.deletedAt,
      reaction: sql<string | null>`(select emoji from message_reactions r
        where r.message_id = ${messages.id} and r.by_kind = 'member')`,
      quote: sql<
        string | null
      >`(select substr(coalesce(q.text, ''), 1, ${sql.raw(`${QUOTE_CHARS_MAX}`)})
        from messages q where q.id = ${messages.replyToId} and q.deleted_at is null
        and q.status in ('received', 'sent', 'delivered', 'read'))`,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(members, eq(members.id, messages.authorMemberId))
    .$dynamic()
}

type Row = ReturnType<ReturnType<typeof selectMessages>['all']>[number]

/** What is still on its way or failed is the company's own business. */
function isShown() {
  const isSent = inArray(messages.status, ['sent', 'delivered', 'read'])
  return and(
    or(eq(messages.direction, 'inbound'), isSent),
    ne(messages.type, 'system'),
    // What the company took back is said to be gone; what is erased was never there.
    or(isNull(messages.deletedAt), eq(messages.direction, 'outbound')),
  )
}

function isBefore(id: number) {
  const place = sql`(select sort_at, id from messages where id = ${id})`
  return sql`(${messages.sortAt}, ${messages.id}) < ${place}`
}

function toVisitorMessage(db: TenantDb, visitor: Visitor, row: Row): VisitorMessage {
  const { id, text, status, at, reaction, quote } = row
  const isInbound = row.direction === 'inbound'
  return {
    ...{ id, text, status, at, reaction, quote },
    ...{ isEdited: row.editedAt !== null, isDeleted: row.deletedAt !== null },
    key: isInbound ? keyOf(row.providerId) : null,
    by: isInbound ? 'visitor' : row.authorKind === 'member' ? 'person' : 'ai',
    name: row.authorName?.split(/\s+/)[0] ?? null,
    files: filesOf(db, visitor, id),
  }
}

function filesOf(db: TenantDb, visitor: Visitor, messageId: number): VisitorMessage['files'] {
  return listMedia(db, messageId).flatMap(({ fileId }) => {
    const file = fileId === null ? undefined : openFile(db, fileId)?.file
    if (!file) return []
    const { endpointId, id: visitorId } = visitor
    const ticket = makeTicket(db, { use: 'download', endpointId, visitorId, fileId: file.id })
    return [{ ticket, name: file.name, mimeType: file.mimeType, byteSize: file.byteSize }]
  })
}
