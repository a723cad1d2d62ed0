import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { members } from '#app/domain/members/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import { messages as m } from './schema.server.ts'

export const THREAD_PAGE_MESSAGES = 40
const QUOTE_LENGTH_MAX = 160

const PAGE = Symbol('thread.messages')
const quoted = alias(m, 'quoted')
const quotedMember = alias(members, 'quoted_member')

export type MessageRow = ReturnType<typeof listMessageRows>[number]

/** Messages before a place in the thread, newest first, one more than a page holds. */
export function listMessageRows(db: TenantDb, conversationId: number, before: Cursor) {
  return prepared(db, PAGE, selectPage).all({
    ...{ conversationId, beforeAt: before.at, beforeId: before.id },
  })
}

function selectPage(db: TenantDb) {
  return db
    .select({
      id: m.id,
      direction: m.direction,
      authorKind: m.authorKind,
      authorName: members.name,
      type: m.type,
      text: m.text,
      payloadJson: m.payloadJson,
      status: m.status,
      at: m.sortAt,
      playedAt: m.playedAt,
      editedAt: m.editedAt,
      deletedAt: m.deletedAt,
      heldUntil: m.heldUntil,
      removalRequestedAt: m.removalRequestedAt,
      changeFailed: m.changeFailed,
      isNamed: sql<number>`${m.providerId} is not null`,
      authorMemberId: m.authorMemberId,
      failureCode: m.failureCode,
      failureReason: m.failureReason,
      aiAnswerId: m.aiAnswerId,
      replyToProviderId: m.replyToProviderId,
      quotedId: quoted.id,
      quotedAuthor: quoted.authorKind,
      quotedMemberName: quotedMember.name,
      quotedType: quoted.type,
      quotedAt: quoted.sortAt,
      quotedDeletedAt: quoted.deletedAt,
      quotedText: sql<
        string | null
      >`substr(${quoted.text}, 1, ${sql.raw(String(QUOTE_LENGTH_MAX))})`,
    })
    .from(m)
    .leftJoin(members, eq(members.id, m.authorMemberId))
    .leftJoin(quoted, eq(quoted.id, m.replyToId))
    .leftJoin(quotedMember, eq(quotedMember.id, quoted.authorMemberId))
    .where(
      sql`${m.conversationId} = ${sql.placeholder('conversationId')} and
        (${m.sortAt}, ${m.id}) < (${sql.placeholder('beforeAt')}, ${sql.placeholder('beforeId')})`,
    )
    .orderBy(desc(m.sortAt), desc(m.id))
    .limit(THREAD_PAGE_MESSAGES + 1)
    .prepare()
}
