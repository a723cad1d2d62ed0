import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { departments } from '#app/domain/team/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { macroSteps } from './macro.ts'
import type { MacroScope, MacroStep, MacroStepKind } from './macro.ts'
import { macros as m } from './schema.server.ts'

export const MACROS_PER_PAGE = 50
const OFFERED_MAX = 100

export type MacroRow = {
  id: number
  name: string
  steps: MacroStep[]
  scope: MacroScope
  departmentName: string | null
  /** this person may change it */
  isMine: boolean
}

/** What the menu and the palette offer. */
export type MacroOffer = { id: number; name: string; kinds: MacroStepKind[] }

/** Macros this person may use, by name. `after` is the last name and id of the page before. */
export function listMacros(
  db: TenantDb,
  actor: Actor,
  { q = '', after, limit = MACROS_PER_PAGE }: { q?: string; after?: string; limit?: number } = {},
): { rows: MacroRow[]; next: string | undefined } {
  const place = sql`(lower(${m.name}) || ':' || ${m.id})`
  const pattern = `%${q
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = select(db)
    .where(
      and(
        isUsable(db, actor),
        q.trim() ? sql`${m.name} like ${pattern} escape '\\'` : undefined,
        after ? sql`${place} > ${after}` : undefined,
      ),
    )
    .orderBy(asc(place))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.row
  const next = rows.length > limit && last ? `${last.name.toLowerCase()}:${last.id}` : undefined
  return { rows: shown.map((row) => toMacro(actor, row)), next }
}

/** A macro, if this person may use it. */
export function findMacro(db: TenantDb, actor: Actor, id: number): MacroRow | undefined {
  const row = select(db)
    .where(and(eq(m.id, id), isUsable(db, actor)))
    .get()
  return row && toMacro(actor, row)
}

/** What can be run in a conversation; undefined out of reach, nothing for who may not write. */
export function offerMacros(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): MacroOffer[] | undefined {
  if (!findReachable(db, actor, conversationId)) return undefined
  if (!can(actor, 'conversations.reply')) return []
  return listMacros(db, actor, { limit: OFFERED_MAX }).rows.map(({ id, name, steps }) => ({
    ...{ id, name, kinds: steps.map((step) => step.kind) },
  }))
}

/** Who sees to ready answers sees to shared macros; everybody to their own. */
export function mayShareMacros(actor: Actor): boolean {
  return can(actor, 'knowledge.write')
}

function select(db: TenantDb) {
  return db
    .select({ row: m, departmentName: departments.name })
    .from(m)
    .leftJoin(departments, eq(departments.id, m.departmentId))
}

/** Private ones are their owner's alone; a department's its members' and of who sees to them. */
function isUsable(db: TenantDb, actor: Actor) {
  const own = eq(m.ownerId, actor.id)
  if (mayShareMacros(actor)) return or(own, isNull(m.ownerId))
  const departmentId = findMember(db, actor.id)?.departmentId ?? null
  const ofAll = and(isNull(m.ownerId), isNull(m.departmentId))
  const ofOwn =
    departmentId === null ? undefined : and(isNull(m.ownerId), eq(m.departmentId, departmentId))
  return or(own, ofAll, ofOwn)
}

function toMacro(
  actor: Actor,
  { row, departmentName }: { row: typeof m.$inferSelect; departmentName: string | null },
): MacroRow {
  const { id, name, ownerId, departmentId } = row
  const read = macroSteps.safeParse(JSON.parse(row.actionsJson))
  const scope: MacroScope =
    ownerId !== null
      ? { kind: 'private' }
      : departmentId !== null
        ? { kind: 'department', id: departmentId }
        : { kind: 'company' }
  const isMine = ownerId === actor.id || mayShareMacros(actor)
  return { id, name, steps: read.data ?? [], scope, departmentName, isMine }
}
