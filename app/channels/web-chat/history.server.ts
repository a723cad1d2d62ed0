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
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(members, eq(members.id, messages.authorMemberId))
    .$dynamic()
}

type Row = ReturnType<ReturnType<typeof selectMessages>['all']>[number]

/** What is still on its way, failed or was taken back is the company's own business. */
function isShown() {
  const isSent = inArray(messages.status, ['sent', 'delivered', 'read'])
  return and(
    or(eq(messages.direction, 'inbound'), isSent),
    ne(messages.type, 'system'),
    isNull(messages.deletedAt),
  )
}

function isBefore(id: number) {
  const place = sql`(select sort_at, id from messages where id = ${id})`
  return sql`(${messages.sortAt}, ${messages.id}) < ${place}`
}

function toVisitorMessage(db: TenantDb, visitor: Visitor, row: Row): VisitorMessage {
  const { id, text, status, at } = row
  const isInbound = row.direction === 'inbound'
  return {
    ...{ id, text, status, at, isEdited: row.editedAt !== null },
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
