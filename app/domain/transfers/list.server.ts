import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { transferRequests as t } from './schema.server.ts'

export const TRANSFERS_PAGE_ROWS = 30

export type TransferRow = ReturnType<typeof listTransfers>['rows'][number]

/**
 * Requests, newest first: all of them for who decides, one's own for who asks. The customer's
 * name stands only beside conversations that this person reaches now.
 */
export function listTransfers(
  db: TenantDb,
  actor: Actor,
  page: { isPending: boolean; before?: number },
) {
  const rows = select(db, actor)
    .where(
      and(
        own(actor),
        page.isPending ? eq(t.state, 'pending') : inArray(t.state, decided),
        page.before === undefined ? undefined : lt(t.id, page.before),
      ),
    )
    .orderBy(desc(t.id))
    .limit(TRANSFERS_PAGE_ROWS + 1)
    .all()
  const shown = rows.slice(0, TRANSFERS_PAGE_ROWS)
  return { rows: shown, next: rows.length > shown.length ? shown.at(-1)?.id : undefined }
}

/** One request, if it is this person's to see. */
export function findTransferRow(db: TenantDb, actor: Actor, id: number): TransferRow | undefined {
  return select(db, actor)
    .where(and(own(actor), eq(t.id, id)))
    .get()
}

/** The request that waits on a conversation, if it is this person's to see. */
export function findPendingRow(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): TransferRow | undefined {
  return select(db, actor)
    .where(and(own(actor), eq(t.conversationId, conversationId), eq(t.state, 'pending')))
    .get()
}

/** How many wait for this person's decision. */
export function countPendingTransfers(db: TenantDb, actor: Actor): number {
  if (!can(actor, 'conversations.assign')) return 0
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(t)
    .where(eq(t.state, 'pending'))
    .get()
  return row?.count ?? 0
}

const decided = ['approved', 'redirected', 'refused', 'withdrawn', 'moot'] as const

function own(actor: Actor) {
  return can(actor, 'conversations.assign') ? undefined : eq(t.requestedBy, actor.id)
}

const asker = alias(members, 'asker')
const target = alias(members, 'target')
const decider = alias(members, 'decider')
const receiver = alias(members, 'receiver')

function select(db: TenantDb, actor: Actor) {
  return db
    .select({
      id: t.id,
      state: t.state,
      reason: t.reason,
      decisionReason: t.decisionReason,
      createdAt: t.createdAt,
      decidedAt: t.decidedAt,
      requestedBy: t.requestedBy,
      askerName: asker.name,
      targetMemberId: t.targetMemberId,
      targetName: target.name,
      deciderName: decider.name,
      receiverName: receiver.name,
      /** null once the conversation is out of reach */
      conversationId: conversations.id,
      contactName: contacts.name,
      contactPhone: contacts.phone,
      channel: conversations.channel,
    })
    .from(t)
    .innerJoin(asker, eq(asker.id, t.requestedBy))
    .leftJoin(target, eq(target.id, t.targetMemberId))
    .leftJoin(decider, eq(decider.id, t.decidedBy))
    .leftJoin(receiver, eq(receiver.id, t.givenTo))
    .leftJoin(conversations, and(eq(conversations.id, t.conversationId), reachable(db, actor)))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .$dynamic()
}
