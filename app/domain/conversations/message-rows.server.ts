import { and, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { messages } from './schema.server.ts'

export type MessageRow = typeof messages.$inferSelect

export type NewMessageRow = Pick<
  MessageRow,
  | 'conversationId'
  | 'endpointId'
  | 'direction'
  | 'authorKind'
  | 'authorMemberId'
  | 'type'
  | 'text'
  | 'payloadJson'
  | 'status'
  | 'providerId'
  | 'providerAt'
  | 'sortAt'
  | 'replyToId'
  | 'replyToProviderId'
  | 'aiAnswerId'
  | 'idempotencyKey'
  | 'createdAt'
  | 'heldUntil'
>

const INSERT = Symbol('messages.insert')
const BY_PROVIDER_ID = Symbol('messages.byProviderId')
const AWAITING_QUOTE = Symbol('messages.awaitingQuote')

const COLUMNS = [
  ...['conversationId', 'endpointId', 'direction', 'authorKind', 'authorMemberId', 'type', 'text'],
  ...['payloadJson', 'status', 'providerId', 'providerAt', 'sortAt', 'replyToId'],
  ...['replyToProviderId', 'aiAnswerId', 'idempotencyKey', 'createdAt'],
  ...['heldUntil'],
] as const

/** Above every message there is and every one there was: `id_floors` remembers the deleted. */
const NEXT_ID = sql`(select max(coalesce((select max(id) from messages), 0),
  coalesce((select floor from id_floors where name = 'messages'), 0)) + 1)`

const EMPTY = {
  ...{ authorMemberId: null, text: null, payloadJson: '{}', providerId: null, providerAt: null },
  ...{ replyToId: null, replyToProviderId: null, aiAnswerId: null, idempotencyKey: null },
  heldUntil: null,
}

type RequiredFields = Omit<NewMessageRow, keyof typeof EMPTY>

/** Writes a message. @returns its id */
export function insertMessage(db: TenantDb, row: RequiredFields & Partial<NewMessageRow>): number {
  return prepared(db, INSERT, insertRow).get({ ...EMPTY, ...row }).id
}

export function findMessageByProviderId(
  db: TenantDb,
  endpointId: number,
  providerId: string,
): MessageRow | undefined {
  return prepared(db, BY_PROVIDER_ID, selectByProviderId).get({ endpointId, providerId })
}

export function findMessage(db: TenantDb, id: number): MessageRow | undefined {
  return db.select().from(messages).where(eq(messages.id, id)).get()
}

/** A quoted message that came after its quote: the quotes find it now. */
export function resolveQuotesOf(
  db: TenantDb,
  message: { id: number; endpointId: number; providerId: string },
): void {
  prepared(db, AWAITING_QUOTE, updateAwaiting).run({
    id: message.id,
    endpointId: message.endpointId,
    providerId: message.providerId,
  })
}

function insertRow(db: TenantDb) {
  const values = Object.fromEntries(COLUMNS.map((name) => [name, sql.placeholder(name)]))
  return db
    .insert(messages)
    .values({ id: NEXT_ID, ...values } as unknown as typeof messages.$inferInsert)
    .returning({ id: messages.id })
    .prepare()
}

function selectByProviderId(db: TenantDb) {
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.endpointId, sql.placeholder('endpointId')),
        eq(messages.providerId, sql.placeholder('providerId')),
      ),
    )
    .prepare()
}

function updateAwaiting(db: TenantDb) {
  return db
    .update(messages)
    .set({ replyToId: sql`${sql.placeholder('id')}` })
    .where(
      and(
        eq(messages.endpointId, sql.placeholder('endpointId')),
        eq(messages.replyToProviderId, sql.placeholder('providerId')),
        isNull(messages.replyToId),
      ),
    )
    .prepare()
}
