import { and, asc, eq, gt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { listCardFacts } from '#app/domain/lead-fields/list.server.ts'
import type { CardFact } from '#app/domain/lead-fields/list.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { reachableLeads } from './reach.server.ts'
import { leads } from './schema.server.ts'
import { listStages } from './stages.server.ts'
import type { Stage } from './stages.server.ts'

export const BOARD_CARDS = 30

export type LeadCard = {
  id: number
  contactId: number
  conversationId: number | null
  title: string
  contactName: string
  contactPhone: string | null
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  valueMinor: number | null
  currency: string
  expectedOn: string | null
  ownerName: string | null
  nextAction: string
  nextActionAt: number | null
  position: number
  /** what matters most in this trade, where it is known */
  facts: CardFact[]
}

export type BoardColumn = {
  stage: Stage
  cards: LeadCard[]
  count: number
  /** per currency, of all in the stage */
  sums: { currency: string; minor: number }[]
  /** the place to go on from */
  next: { position: number; id: number } | undefined
}

export type BoardFilter = { ownerId?: number }

/** The pipeline with the top of each stage, within reach. */
export function getBoard(db: TenantDb, actor: Actor, filter: BoardFilter = {}): BoardColumn[] {
  const condition = and(
    reachableLeads(db, actor),
    filter.ownerId === undefined ? undefined : eq(leads.ownerId, filter.ownerId),
  )
  return listStages(db).map((stage) => {
    const { cards, next } = listCards(db, { stageId: stage.id, condition })
    const counted = countStage(db, stage.id, condition)
    return {
      ...{ stage, cards, next, count: counted.reduce((all, row) => all + row.count, 0) },
      sums: counted
        .filter((row) => row.minor > 0)
        .map(({ currency, minor }) => ({ currency, minor })),
    }
  })
}

/** One stage, further down. */
export function listStageCards(
  db: TenantDb,
  actor: Actor,
  query: BoardFilter & { stageId: number; after?: { position: number; id: number } },
) {
  const owner = query.ownerId === undefined ? undefined : eq(leads.ownerId, query.ownerId)
  const condition = and(reachableLeads(db, actor), owner)
  return listCards(db, { stageId: query.stageId, condition, after: query.after })
}

function listCards(
  db: TenantDb,
  query: { stageId: number; condition?: SQL; after?: { position: number; id: number } },
): { cards: LeadCard[]; next: { position: number; id: number } | undefined } {
  const { stageId, condition, after } = query
  const further =
    after &&
    or(
      gt(leads.position, after.position),
      and(eq(leads.position, after.position), gt(leads.id, after.id)),
    )
  const rows = db
    .select(cardColumns)
    .from(leads)
    .innerJoin(contacts, eq(contacts.id, leads.contactId))
    .leftJoin(members, eq(members.id, leads.ownerId))
    .where(and(eq(leads.stageId, stageId), condition, further))
    .orderBy(asc(leads.position), asc(leads.id))
    .limit(BOARD_CARDS + 1)
    .all()
  const shown = rows.slice(0, BOARD_CARDS)
  const facts = listCardFacts(
    db,
    shown.map(({ id }) => id),
  )
  const cards = shown.map((row) => ({
    ...row,
    facts: facts.filter(({ leadId }) => leadId === row.id),
  }))
  const last = cards.at(-1)
  const next =
    rows.length > cards.length && last ? { position: last.position, id: last.id } : undefined
  return { cards, next }
}

export const cardColumns = {
  id: leads.id,
  contactId: leads.contactId,
  conversationId: leads.conversationId,
  title: leads.title,
  contactName: contacts.name,
  contactPhone: contacts.phone,
  score: contacts.score,
  scoreColor: contacts.scoreColor,
  valueMinor: leads.valueMinor,
  currency: leads.currency,
  expectedOn: leads.expectedOn,
  ownerName: members.name,
  nextAction: leads.nextAction,
  nextActionAt: leads.nextActionAt,
  position: leads.position,
}

function countStage(db: TenantDb, stageId: number, condition: SQL | undefined) {
  return db
    .select({
      currency: leads.currency,
      count: sql<number>`count(*)`,
      minor: sql<number>`coalesce(sum(${leads.valueMinor}), 0)`,
    })
    .from(leads)
    .where(and(eq(leads.stageId, stageId), condition))
    .groupBy(leads.currency)
    .all()
}
