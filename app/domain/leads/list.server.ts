import { and, desc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { cardColumns } from './board.server.ts'
import { reachableLeads } from './reach.server.ts'
import { leads, leadStages } from './schema.server.ts'

export const LEADS_PAGE_ROWS = 30

export type LeadFilter = {
  stageId?: number
  ownerId?: number
  contactId?: number
  state?: 'open' | 'ended'
  /** part of the title or of the contact's name */
  search?: string
}

export type LeadRow = ReturnType<typeof listLeads>['rows'][number]

/** Leads within reach, the last changed first. */
export function listLeads(db: TenantDb, actor: Actor, query: LeadFilter & { after?: Cursor } = {}) {
  const { after } = query
  const rows = db
    .select({
      ...cardColumns,
      ...{ updatedAt: leads.updatedAt, stageName: leadStages.name, stageKind: leadStages.kind },
      probability: sql<number>`coalesce(${leads.probability}, ${leadStages.probability})`,
    })
    .from(leads)
    .innerJoin(leadStages, eq(leadStages.id, leads.stageId))
    .innerJoin(contacts, eq(contacts.id, leads.contactId))
    .leftJoin(members, eq(members.id, leads.ownerId))
    .where(
      and(
        reachableLeads(db, actor),
        conditionOf(query),
        after &&
          or(
            lt(leads.updatedAt, after.at),
            and(eq(leads.updatedAt, after.at), lt(leads.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(leads.updatedAt), desc(leads.id))
    .limit(LEADS_PAGE_ROWS + 1)
    .all()
  const shown = rows.slice(0, LEADS_PAGE_ROWS)
  const last = shown.at(-1)
  const next = rows.length > shown.length && last ? { at: last.updatedAt, id: last.id } : undefined
  return { rows: shown, next }
}

function conditionOf({ stageId, ownerId, contactId, state, search }: LeadFilter) {
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return and(
    stageId === undefined ? undefined : eq(leads.stageId, stageId),
    ownerId === undefined ? undefined : eq(leads.ownerId, ownerId),
    contactId === undefined ? undefined : eq(leads.contactId, contactId),
    state === 'open' ? isNull(leads.closedAt) : undefined,
    state === 'ended' ? isNotNull(leads.closedAt) : undefined,
    part
      ? sql`(${leads.title} like ${part} escape '\\' or ${contacts.name} like ${part} escape '\\')`
      : undefined,
  )
}
