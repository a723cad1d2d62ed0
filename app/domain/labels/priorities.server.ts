import { asc, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { LabelColor } from './colors.ts'
import { priorities } from './schema.server.ts'

const PRIORITIES_MAX = 10

export type Priority = {
  id: number
  name: string
  rank: number
  color: LabelColor
  isDefault: boolean
}
export type PriorityFields = { name: string; color: LabelColor }
export type SavePriorityResult =
  { ok: true; id: number } | { ok: false; reason: 'name_taken' | 'too_many' | 'not_found' }
export type DeletePriorityResult = { ok: true } | { ok: false; reason: 'not_found' | 'is_default' }

/** All priorities, the most urgent first. */
export function listPriorities(db: TenantDb): Priority[] {
  return db
    .select()
    .from(priorities)
    .orderBy(asc(priorities.rank), asc(priorities.id))
    .all()
    .map(({ id, name, rank, color, isDefault }) => ({
      ...{ id, name, rank, color },
      isDefault: isDefault === 1,
    }))
}

/** A conversation without a priority of its own has this one. */
export function defaultPriority(db: TenantDb): Priority | undefined {
  return listPriorities(db).find((priority) => priority.isDefault)
}

export function findPriority(db: TenantDb, id: number): Priority | undefined {
  return listPriorities(db).find((priority) => priority.id === id)
}

/** Adds a priority below all others. */
export function addPriority(
  db: TenantDb,
  saver: Saver,
  fields: PriorityFields,
): SavePriorityResult {
  return inTransaction(db, () => {
    const all = listPriorities(db)
    if (isTaken(all, fields.name)) return { ok: false, reason: 'name_taken' }
    if (all.length >= PRIORITIES_MAX) return { ok: false, reason: 'too_many' }
    const rank = Math.max(0, ...all.map((priority) => priority.rank)) + 1
    const row = db
      .insert(priorities)
      .values({ ...fields, rank, createdAt: Date.now(), isDefault: all.length === 0 ? 1 : 0 })
      .returning({ id: priorities.id })
      .get()
    note(db, saver, 'priority.added', row.id, fields)
    return { ok: true, id: row.id }
  })
}

/** Renames, recolours, and perhaps makes it the one that conversations start with. */
export function savePriority(
  db: TenantDb,
  saver: Saver,
  { id, isDefault, ...fields }: PriorityFields & { id: number; isDefault: boolean },
): SavePriorityResult {
  return inTransaction(db, () => {
    const all = listPriorities(db)
    const before = all.find((priority) => priority.id === id)
    if (!before) return { ok: false, reason: 'not_found' }
    if (
      isTaken(
        all.filter((other) => other.id !== id),
        fields.name,
      )
    )
      return { ok: false, reason: 'name_taken' }
    if (isDefault) db.update(priorities).set({ isDefault: 0 }).run()
    db.update(priorities)
      .set({ ...fields, ...(isDefault && { isDefault: 1 }) })
      .where(eq(priorities.id, id))
      .run()
    note(db, saver, 'priority.changed', id, { from: before.name, to: fields.name, isDefault })
    return { ok: true, id }
  })
}

/** Changes places with the one above. @returns false when there is none, or none above it */
export function raisePriority(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const all = listPriorities(db)
    const index = all.findIndex((priority) => priority.id === id)
    const [above, raised] = [all[index - 1], all[index]]
    if (!above || !raised) return false
    const order = all.map((priority) => priority.id)
    order.splice(index - 1, 2, raised.id, above.id)
    order.forEach((priorityId, place) => {
      db.update(priorities)
        .set({ rank: place + 1 })
        .where(eq(priorities.id, priorityId))
        .run()
    })
    note(db, saver, 'priority.raised', id, { name: raised.name })
    return true
  })
}

/** Conversations that had it fall back to the default, which itself cannot be deleted. */
export function deletePriority(db: TenantDb, saver: Saver, id: number): DeletePriorityResult {
  return inTransaction(db, () => {
    const before = findPriority(db, id)
    if (!before) return { ok: false, reason: 'not_found' }
    if (before.isDefault) return { ok: false, reason: 'is_default' }
    db.run(sql`update conversations set priority_id = null where priority_id = ${id}`)
    db.run(sql`update sla_clocks set priority_id = null where priority_id = ${id}`)
    db.delete(priorities).where(eq(priorities.id, id)).run()
    note(db, saver, 'priority.deleted', id, { name: before.name })
    return { ok: true }
  })
}

function isTaken(others: Priority[], name: string): boolean {
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase())
}

function note(
  db: TenantDb,
  saver: Saver,
  action: string,
  id: number,
  details: Record<string, unknown>,
): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'priority', subjectId: id, details })
}
