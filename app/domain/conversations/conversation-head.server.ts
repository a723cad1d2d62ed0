import { and, eq, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { shownClock, toShownClock } from '#app/domain/sla/shown-clock.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversationReads, conversations as c } from './schema.server.ts'

export type ConversationHead = NonNullable<ReturnType<typeof findConversationHead>>

/** A conversation with the names around it, if this person can reach it. One look-up. */
export function findConversationHead(db: TenantDb, actor: Actor, conversationId: number) {
  const key = Symbol.for(`conversations.head:${reachOf(db, actor).key}`)
  const statement = prepared(db, key, () => selectHead(db, actor))
  const row = statement.get({ id: conversationId, me: actor.id })
  if (!row) return undefined
  const { clockJson, tagIdsJson, ...head } = row
  const tagIds = JSON.parse(tagIdsJson) as number[]
  return { ...head, tagIds, clock: toShownClock(clockJson) }
}

function selectHead(db: TenantDb, actor: Actor) {
  const me = sql.placeholder('me')
  return db
    .select({
      id: c.id,
      contactId: c.contactId,
      contactName: contacts.name,
      contactPhone: contacts.phone,
      contactBlockedAt: contacts.blockedAt,
      contactUnreachableAt: contacts.unreachableAt,
      endpointId: c.endpointId,
      endpointName: endpoints.name,
      endpointStatus: endpoints.status,
      channel: c.channel,
      status: c.status,
      outcome: c.outcome,
      aiState: c.aiState,
      assignedTo: c.assignedTo,
      assigneeName: members.name,
      needsPersonAt: c.needsPersonAt,
      needsPersonReason: c.needsPersonReason,
      snoozedUntil: c.snoozedUntil,
      priorityId: c.priorityId,
      tagIdsJson: sql<string>`(select json_group_array(ct.tag_id) from conversation_tags ct
        where ct.conversation_id = ${c.id})`,
      lastInboundId: c.lastInboundId,
      lastInboundProviderAt: c.lastInboundProviderAt,
      lastReadId: sql<number>`coalesce(${conversationReads.lastReadMessageId}, 0)`,
      clockJson: shownClock(c.id),
      /** what it was closed with and was not taken back, minor units */
      soldMinor: sql<number | null>`case when ${c.outcome} = 'won' then (select sum(s.amount_minor)
        from sales s where s.conversation_id = ${c.id} and s.voided_at is null
          and s.at >= ${c.closedAt}) end`,
      createdAt: c.createdAt,
      closedAt: c.closedAt,
    })
    .from(c)
    .innerJoin(contacts, eq(contacts.id, c.contactId))
    .innerJoin(endpoints, eq(endpoints.id, c.endpointId))
    .leftJoin(members, eq(members.id, c.assignedTo))
    .leftJoin(
      conversationReads,
      and(eq(conversationReads.conversationId, c.id), eq(conversationReads.memberId, me)),
    )
    .where(and(eq(c.id, sql.placeholder('id')), reachable(db, actor, me)))
    .prepare()
}
