import { and, asc, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { toPage } from '#app/domain/conversations/records.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { saleItems, sales } from './schema.server.ts'

export const SALES_PAGE_ROWS = 50

const voider = alias(members, 'voider')

export type Sale = NonNullable<ReturnType<typeof findSale>>

/** A sale with its lines, if this person reaches the conversation it came from. */
export function findSale(db: TenantDb, actor: Actor, saleId: number) {
  const row = selectSales(db)
    .where(and(eq(sales.id, saleId), reachable(db, actor)))
    .get()
  return row && { ...row, items: itemsOf(db, [saleId]).map(({ saleId: _, ...item }) => item) }
}

export type SaleFilter = {
  search?: string
  memberId?: number
  /** UTC ms */
  from?: number
  contactId?: number
  after?: Cursor
}

/** Sales within a person's reach, newest first, those taken back among them. */
export function listSales(db: TenantDb, actor: Actor, filter: SaleFilter = {}) {
  const { search, memberId, from, contactId, after } = filter
  const like = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const rows = selectSales(db)
    .where(
      and(
        reachable(db, actor),
        memberId === undefined ? undefined : eq(sales.memberId, memberId),
        contactId === undefined ? undefined : eq(sales.contactId, contactId),
        from === undefined ? undefined : gte(sales.at, from),
        after && sql`(${sales.at}, ${sales.id}) < (${after.at}, ${after.id})`,
        like
          ? sql`(${contacts.name} like ${like} escape '\\' or exists (select 1 from sale_items i
              where i.sale_id = ${sales.id} and i.name like ${like} escape '\\'))`
          : undefined,
      ),
    )
    .orderBy(desc(sales.at), desc(sales.id))
    .limit(SALES_PAGE_ROWS + 1)
    .all()
  const page = toPage(rows, SALES_PAGE_ROWS, (row) => ({ at: row.at, id: row.id }))
  const items = itemsOf(
    db,
    page.rows.map((row) => row.id),
  )
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...row,
      items: items.filter((item) => item.saleId === row.id),
    })),
  }
}

/** What a contact has bought and not given back, within reach; per currency, minor units. */
export function sumOfContact(db: TenantDb, actor: Actor, contactId: number) {
  return db
    .select({ currency: sales.currency, amountMinor: sql<number>`sum(${sales.amountMinor})` })
    .from(sales)
    .leftJoin(conversations, eq(conversations.id, sales.conversationId))
    .where(and(eq(sales.contactId, contactId), isNull(sales.voidedAt), reachable(db, actor)))
    .groupBy(sales.currency)
    .all()
}

function selectSales(db: TenantDb) {
  return (
    db
      .select({
        id: sales.id,
        conversationId: sales.conversationId,
        contactId: sales.contactId,
        contactName: contacts.name,
        contactPhone: contacts.phone,
        memberId: sales.memberId,
        memberName: members.name,
        channel: sales.channel,
        amountMinor: sales.amountMinor,
        currency: sales.currency,
        paymentMethod: sales.paymentMethod,
        whatWorked: sales.whatWorked,
        at: sales.at,
        correctedAt: sales.correctedAt,
        voidedAt: sales.voidedAt,
        voidedByName: voider.name,
        voidReason: sales.voidReason,
      })
      .from(sales)
      // A conversation that retention removed leaves its sale to those who reach everything.
      .leftJoin(conversations, eq(conversations.id, sales.conversationId))
      .innerJoin(contacts, eq(contacts.id, sales.contactId))
      .leftJoin(members, eq(members.id, sales.memberId))
      .leftJoin(voider, eq(voider.id, sales.voidedBy))
      .$dynamic()
  )
}

function itemsOf(db: TenantDb, saleIds: number[]) {
  if (saleIds.length === 0) return []
  return db
    .select()
    .from(saleItems)
    .where(inArray(saleItems.saleId, saleIds))
    .orderBy(asc(saleItems.saleId), asc(saleItems.position))
    .all()
}
