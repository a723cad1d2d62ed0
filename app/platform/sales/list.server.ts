import { and, asc, desc, eq, isNotNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { toCityKey } from './name-key.ts'
import { reachableProspects } from './reach.server.ts'
import { prospects } from './schema.server.ts'
import { prospectStages } from './stages.ts'
import type { ProspectStage } from './stages.ts'

export const PROSPECTS_PAGE_ROWS = 30
export const BOARD_CARDS = 30
const EXPORT_ROWS_MAX = 10_000

export type ProspectCursor = { at: number; id: number }

export type ProspectFilter = {
  /** part of the name, the contact, the number, the e-mail or the city */
  search?: string
  stage?: ProspectStage
  repId?: number
  city?: string
  industry?: string
  /** UTC ms: those whose next action is due by then */
  dueBy?: number
}

export const prospectColumns = {
  id: prospects.id,
  name: prospects.name,
  industry: prospects.industry,
  city: prospects.city,
  contactName: prospects.contactName,
  phone: prospects.phone,
  stage: prospects.stage,
  value: prospects.value,
  currency: prospects.currency,
  repName: platformUsers.name,
  nextAction: prospects.nextAction,
  nextActionAt: prospects.nextActionAt,
  updatedAt: prospects.updatedAt,
}

export type ProspectRow = ReturnType<typeof listProspects>['rows'][number]

/** Prospects within reach, the last changed first. */
export function listProspects(
  platform: PlatformDb,
  user: PlatformActor,
  query: ProspectFilter & { after?: ProspectCursor } = {},
) {
  const { after } = query
  const further =
    after &&
    or(
      lt(prospects.updatedAt, after.at),
      and(eq(prospects.updatedAt, after.at), lt(prospects.id, after.id)),
    )
  const found = select(platform, and(reachableProspects(user), conditionOf(query), further))
    .orderBy(desc(prospects.updatedAt), desc(prospects.id))
    .limit(PROSPECTS_PAGE_ROWS + 1)
    .all()
  const rows = found.slice(0, PROSPECTS_PAGE_ROWS)
  const last = rows.at(-1)
  const next = found.length > rows.length && last ? { at: last.updatedAt, id: last.id } : undefined
  return { rows, next }
}

/** What a sheet of the list holds. */
export function exportProspects(platform: PlatformDb, user: PlatformActor, query: ProspectFilter) {
  return platform
    .select({
      ...{ ...prospectColumns, email: prospects.email, source: prospects.source },
      ...{ reason: prospects.reason, createdAt: prospects.createdAt },
    })
    .from(prospects)
    .leftJoin(platformUsers, eq(platformUsers.id, prospects.repId))
    .where(and(reachableProspects(user), conditionOf(query)))
    .orderBy(desc(prospects.updatedAt), desc(prospects.id))
    .limit(EXPORT_ROWS_MAX)
    .all()
}

/** The next actions whose time comes by then, the longest due first. */
export function listDue(
  platform: PlatformDb,
  user: PlatformActor,
  { by, limit }: { by: number; limit: number },
) {
  return select(platform, and(reachableProspects(user), isDueBy(by)))
    .orderBy(asc(prospects.nextActionAt), asc(prospects.id))
    .limit(limit)
    .all()
}

/** How many stand in each stage and what they may bring a month. */
export function sumStages(
  platform: PlatformDb,
  user: PlatformActor,
  filter: Pick<ProspectFilter, 'repId'> = {},
) {
  const rows = platform
    .select({
      stage: prospects.stage,
      count: sql<number>`count(*)`,
      value: sql<number>`coalesce(sum(${prospects.value}), 0)`,
    })
    .from(prospects)
    .where(and(reachableProspects(user), conditionOf(filter)))
    .groupBy(prospects.stage)
    .all()
  return prospectStages.map(
    (stage) => rows.find((row) => row.stage === stage) ?? { stage, count: 0, value: 0 },
  )
}

/** The board: each stage with its figures and the last moved of it. */
export function getProspectBoard(
  platform: PlatformDb,
  user: PlatformActor,
  filter: Pick<ProspectFilter, 'repId'> = {},
) {
  return sumStages(platform, user, filter).map((column) => ({
    ...column,
    cards: select(
      platform,
      and(eq(prospects.stage, column.stage), reachableProspects(user), conditionOf(filter)),
    )
      .orderBy(desc(prospects.stageChangedAt), desc(prospects.id))
      .limit(BOARD_CARDS)
      .all(),
  }))
}

function select(platform: PlatformDb, condition: SQL | undefined) {
  return platform
    .select(prospectColumns)
    .from(prospects)
    .leftJoin(platformUsers, eq(platformUsers.id, prospects.repId))
    .where(condition)
}

function isDueBy(at: number) {
  return and(
    isNotNull(prospects.nextActionAt),
    lte(prospects.nextActionAt, at),
    notInArray(prospects.stage, ['won', 'lost']),
  )
}

function conditionOf({ search, stage, repId, city, industry, dueBy }: ProspectFilter) {
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const { name, contactName, phone, email } = prospects
  const places = [name, contactName, phone, email, prospects.city]
  return and(
    stage && eq(prospects.stage, stage),
    repId === undefined ? undefined : eq(prospects.repId, repId),
    city ? eq(prospects.cityKey, toCityKey(city)) : undefined,
    industry ? eq(prospects.industry, industry) : undefined,
    dueBy === undefined ? undefined : isDueBy(dueBy),
    part ? or(...places.map((place) => sql`${place} like ${part} escape '\\'`)) : undefined,
  )
}
