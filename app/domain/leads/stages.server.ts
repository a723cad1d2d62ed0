import { asc, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leads, leadStages } from './schema.server.ts'

const STAGES_MAX = 15

export type Stage = {
  id: number
  name: string
  position: number
  kind: 'open' | 'won' | 'lost'
  probability: number
}
export type SaveStageResult =
  { ok: true; id: number } | { ok: false; reason: 'name_taken' | 'too_many' | 'not_found' }
export type ArchiveStageResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'last_of_kind' | 'has_leads' }

/** The pipeline, in order; archived stages are not in it. */
export function listStages(db: TenantDb): Stage[] {
  return db
    .select({
      ...{ id: leadStages.id, name: leadStages.name, position: leadStages.position },
      ...{ kind: leadStages.kind, probability: leadStages.probability },
    })
    .from(leadStages)
    .where(isNull(leadStages.archivedAt))
    .orderBy(asc(leadStages.position), asc(leadStages.id))
    .all()
}

export function findStage(db: TenantDb, id: number): Stage | undefined {
  return listStages(db).find((stage) => stage.id === id)
}

/** The first stage of a kind. @throws when the pipeline has none, which saving prevents */
export function firstStage(db: TenantDb, kind: Stage['kind']): Stage {
  const stage = listStages(db).find((one) => one.kind === kind)
  if (!stage) throw new Error(`The pipeline has no stage that is ${kind}`)
  return stage
}

/** A new open stage stands after the other open ones. */
export function addStage(
  db: TenantDb,
  saver: Saver,
  fields: { name: string; probability: number },
): SaveStageResult {
  return inTransaction(db, () => {
    const all = listStages(db)
    if (isTaken(all, fields.name)) return { ok: false, reason: 'name_taken' }
    if (all.length >= STAGES_MAX) return { ok: false, reason: 'too_many' }
    freeArchivedName(db, fields.name)
    const { id } = db
      .insert(leadStages)
      .values({ ...fields, kind: 'open', position: 0 })
      .returning({ id: leadStages.id })
      .get()
    const open = all.filter((stage) => stage.kind === 'open').map((stage) => stage.id)
    const ended = all.filter((stage) => stage.kind !== 'open').map((stage) => stage.id)
    writeOrder(db, [...open, id, ...ended])
    note(db, saver, { action: 'lead_stage.added', id, details: fields })
    return { ok: true, id }
  })
}

/** Renames, and says how likely a sale is from there. */
export function saveStage(
  db: TenantDb,
  saver: Saver,
  { id, ...fields }: { id: number; name: string; probability: number },
): SaveStageResult {
  return inTransaction(db, () => {
    const all = listStages(db)
    const before = all.find((stage) => stage.id === id)
    if (!before) return { ok: false, reason: 'not_found' }
    const others = all.filter((stage) => stage.id !== id)
    if (isTaken(others, fields.name)) return { ok: false, reason: 'name_taken' }
    freeArchivedName(db, fields.name)
    db.update(leadStages).set(fields).where(eq(leadStages.id, id)).run()
    note(db, saver, { action: 'lead_stage.changed', id, details: { from: before, to: fields } })
    return { ok: true, id }
  })
}

/** Changes places with the one before. @returns false when there is none before it */
export function moveStageUp(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const order = listStages(db).map((stage) => stage.id)
    const index = order.indexOf(id)
    if (index < 1) return false
    order.splice(index - 1, 2, id, order[index - 1] as number)
    writeOrder(db, order)
    note(db, saver, { action: 'lead_stage.moved', id, details: { position: index } })
    return true
  })
}

/** Takes an empty stage out of the pipeline; what once stood in it keeps its history. */
export function archiveStage(db: TenantDb, saver: Saver, id: number): ArchiveStageResult {
  return inTransaction(db, () => {
    const all = listStages(db)
    const stage = all.find((one) => one.id === id)
    if (!stage) return { ok: false, reason: 'not_found' }
    if (all.filter((one) => one.kind === stage.kind).length === 1)
      return { ok: false, reason: 'last_of_kind' }
    const lead = db.select({ id: leads.id }).from(leads).where(eq(leads.stageId, id)).limit(1).get()
    if (lead) return { ok: false, reason: 'has_leads' }
    db.update(leadStages).set({ archivedAt: Date.now() }).where(eq(leadStages.id, id)).run()
    note(db, saver, { action: 'lead_stage.archived', id, details: { name: stage.name } })
    return { ok: true }
  })
}

/** An archived stage gives its name free: it keeps it with its number behind. */
function freeArchivedName(db: TenantDb, name: string): void {
  db.update(leadStages)
    .set({ name: sql`${leadStages.name} || ' #' || ${leadStages.id}` })
    .where(sql`${leadStages.name} = ${name} and ${leadStages.archivedAt} is not null`)
    .run()
}

function writeOrder(db: TenantDb, ids: readonly number[]): void {
  ids.forEach((stageId, index) => {
    db.update(leadStages)
      .set({ position: index + 1 })
      .where(eq(leadStages.id, stageId))
      .run()
  })
}

function isTaken(stages: readonly Stage[], name: string): boolean {
  return stages.some((stage) => stage.name.toLowerCase() === name.toLowerCase())
}

function note(
  db: TenantDb,
  saver: Saver,
  entry: { action: string; id: number; details: Record<string, unknown> },
): void {
  const { action, id, details } = entry
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'lead_stage', subjectId: id, details })
}
