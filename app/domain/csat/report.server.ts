import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { toPage } from '#app/domain/conversations/records.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { csatSurveys as c } from './schema.server.ts'

export const ANSWERS_PAGE_ROWS = 50

export type CsatFilter = {
  search?: string
  rating?: number
  memberId?: number
  /** UTC ms */
  from?: number
  after?: Cursor
}

export type CsatFigures = {
  answers: number
  /** null without answers */
  average: number | null
  /** answers of 4 and 5 */
  good: number
}

/** What customers answered, newest first, of the conversations this person reaches. */
export function listAnswers(db: TenantDb, actor: Actor, filter: CsatFilter = {}) {
  const { search, rating, after } = filter
  const like = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const rows = db
    .select({
      ...{ id: c.id, rating: c.rating, comment: c.comment, answeredAt: c.answeredAt },
      ...{ conversationId: c.conversationId, channel: c.channel, memberName: members.name },
      ...{ contactName: contacts.name, contactPhone: contacts.phone },
    })
    .from(c)
    .innerJoin(conversations, eq(conversations.id, c.conversationId))
    .innerJoin(contacts, eq(contacts.id, c.contactId))
    .leftJoin(members, eq(members.id, c.memberId))
    .where(
      and(
        reachable(db, actor),
        ...counted(filter),
        rating === undefined ? undefined : eq(c.rating, rating),
        after && sql`(${c.answeredAt}, ${c.id}) < (${after.at}, ${after.id})`,
        like
          ? sql`(${c.comment} like ${like} escape '\\' or ${contacts.name} like ${like} escape '\\')`
          : undefined,
      ),
    )
    .orderBy(desc(c.answeredAt), desc(c.id))
    .limit(ANSWERS_PAGE_ROWS + 1)
    .all()
  return toPage(
    rows.map((row) => ({ ...row, rating: row.rating ?? 0, answeredAt: row.answeredAt ?? 0 })),
    ANSWERS_PAGE_ROWS,
    (row) => ({ at: row.answeredAt, id: row.id }),
  )
}

/**
 * The figures of a period: the company's for who reads everything, otherwise one's own. They name
 * nobody, so one's own count every answer, also of conversations that left one's reach.
 */
export function sumAnswers(db: TenantDb, actor: Actor, filter: CsatFilter = {}) {
  const own = ownOnly(actor)
  const where = and(...counted(filter), own)
  const figures = db.select(sums).from(c).where(where).get() as CsatFigures
  const byRating = db
    .select({ rating: c.rating, count: sql<number>`count(*)` })
    .from(c)
    .where(where)
    .groupBy(c.rating)
    .all()
  const asked = db
    .select({ count: sql<number>`count(*)` })
    .from(c)
    .where(
      and(
        isNotNull(c.sentAt),
        filter.from === undefined ? undefined : gte(c.sentAt, filter.from),
        filter.memberId === undefined ? undefined : eq(c.memberId, filter.memberId),
        own,
      ),
    )
    .get()
  const ratings = [5, 4, 3, 2, 1].map((rating) => ({
    rating,
    count: byRating.find((row) => row.rating === rating)?.count ?? 0,
  }))
  return { ...figures, asked: asked?.count ?? 0, ratings }
}

/** The same per colleague, most answers first; only for who reads everything. */
export function sumPerMember(db: TenantDb, actor: Actor, filter: CsatFilter = {}) {
  if (!can(actor, 'conversations.read_all')) return []
  return db
    .select({ memberId: c.memberId, name: members.name, ...sums })
    .from(c)
    .leftJoin(members, eq(members.id, c.memberId))
    .where(and(...counted(filter)))
    .groupBy(c.memberId)
    .orderBy(sql`count(*) desc`)
    .all()
}

const sums = {
  answers: sql<number>`count(*)`,
  average: sql<number | null>`avg(${c.rating})`,
  good: sql<number>`coalesce(sum(${c.rating} >= 4), 0)`,
}

function counted({ from, memberId }: CsatFilter): (SQL | undefined)[] {
  return [
    from === undefined ? isNotNull(c.answeredAt) : gte(c.answeredAt, from),
    memberId === undefined ? undefined : eq(c.memberId, memberId),
  ]
}

function ownOnly(actor: Actor): SQL | undefined {
  return can(actor, 'conversations.read_all') ? undefined : eq(c.memberId, actor.id)
}
