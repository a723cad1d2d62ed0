import { and, asc, eq, or, sql } from 'drizzle-orm'
import { inboxQuery, parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { savedViews } from './schema.server.ts'

export const VIEW_NAME_MAX = 60
const VIEWS_MAX = 50

export type SavedView = {
  id: number
  name: string
  isShared: boolean
  /** the address query it stands for; '' or `?tab=mine` */
  query: string
  isOwn: boolean
  ownerName: string
}

export type SaveViewResult =
  | { ok: true; id: number }
  | {
      ok: false
      reason: 'not_found' | 'view_name_empty' | 'view_name_long' | 'too_many_views' | 'not_allowed'
    }

type ViewFields = { name: string; isShared: boolean }

/**
 * A person's own views and those shared with all, by name. A view is only an address: what it
 * shows is each reader's own reach.
 */
export function listSavedViews(db: TenantDb, actor: Actor): SavedView[] {
  return db
    .select({
      ...{ id: savedViews.id, name: savedViews.name, isShared: savedViews.isShared },
      ...{ query: savedViews.query, memberId: savedViews.memberId, ownerName: members.name },
    })
    .from(savedViews)
    .innerJoin(members, eq(members.id, savedViews.memberId))
    .where(or(eq(savedViews.memberId, actor.id), eq(savedViews.isShared, 1)))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id))
    .all()
    .map(({ memberId, isShared, ...view }) => ({
      ...{ ...view, isShared: isShared === 1, isOwn: memberId === actor.id },
    }))
}

/** Keeps a view under a name. Sharing it with all takes the right to assign. */
export function saveView(
  db: TenantDb,
  actor: Actor,
  { query, ...fields }: ViewFields & { query: string },
): SaveViewResult {
  return inTransaction(db, () => {
    const refused = check(actor, fields)
    if (refused) return refused
    const own = db.select().from(savedViews).where(eq(savedViews.memberId, actor.id)).all()
    if (own.length >= VIEWS_MAX) return { ok: false, reason: 'too_many_views' }
    // Read and written again, so that nothing else than a view is ever kept.
    const cleaned = inboxQuery(parseInboxView(new URLSearchParams(query)))
    const values = { memberId: actor.id, query: cleaned, createdAt: Date.now(), ...toRow(fields) }
    const { id } = db.insert(savedViews).values(values).returning({ id: savedViews.id }).get()
    return { ok: true, id }
  })
}

/** Renames one's own view, shares it or takes it back; a shared one may be put right by managers. */
export function changeView(
  db: TenantDb,
  actor: Actor,
  { id, ...fields }: ViewFields & { id: number },
): SaveViewResult {
  return inTransaction(db, () => {
    if (!findChangeable(db, actor, id)) return { ok: false, reason: 'not_found' }
    const refused = check(actor, fields)
    if (refused) return refused
    db.update(savedViews).set(toRow(fields)).where(eq(savedViews.id, id)).run()
    return { ok: true, id }
  })
}

export function deleteView(
  db: TenantDb,
  actor: Actor,
  id: number,
): { ok: true } | { ok: false; reason: 'not_found' } {
  return inTransaction(db, () => {
    if (!findChangeable(db, actor, id)) return { ok: false, reason: 'not_found' }
    db.delete(savedViews).where(eq(savedViews.id, id)).run()
    return { ok: true }
  })
}

function findChangeable(db: TenantDb, actor: Actor, id: number) {
  const own = eq(savedViews.memberId, actor.id)
  const isTheirs = mayShare(actor) ? or(own, eq(savedViews.isShared, 1)) : own
  return db
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.id, id), isTheirs))
    .get()
}

/** Whether somebody may keep views for everybody. */
export function mayShare(actor: Actor): boolean {
  return can(actor, 'conversations.assign')
}

function check(actor: Actor, { name, isShared }: ViewFields): SaveViewResult | undefined {
  if (!name.trim()) return { ok: false, reason: 'view_name_empty' }
  if (name.trim().length > VIEW_NAME_MAX) return { ok: false, reason: 'view_name_long' }
  return isShared && !mayShare(actor) ? { ok: false, reason: 'not_allowed' } : undefined
}

function toRow({ name, isShared }: ViewFields) {
  return { name: name.trim(), isShared: isShared ? 1 : 0 }
}
