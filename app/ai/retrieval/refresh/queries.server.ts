import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type ModelRow = {
  id: number
  provider: string
  model: string
  dimensions: number
  state: 'building' | 'ready' | 'retired'
  fittedPassages: number
  fittedRevision: number
}

export type NewModel = Omit<ModelRow, 'id' | 'state'> & {
  fidelity: { short: number; long: number }
  parameters: Uint8Array | null
}

export type PassageText = { id: number; title: string; text: string }

const DELETE_ROWS = 1_000

export function listModels(db: TenantDb): ModelRow[] {
  return sqliteOf(db)
    .prepare<[], ModelRow>(
      `select id, provider, model, dimensions, state, fitted_passages as fittedPassages,
         fitted_revision as fittedRevision from embedding_models order by id`,
    )
    .all()
}

export function readModelParameters(db: TenantDb, modelId: number): Buffer | null {
  const statement = sqliteOf(db)
    .prepare<[number], Buffer | null>('select parameters from embedding_models where id = ?')
    .pluck()
  return statement.get(modelId) ?? null
}

export function readRevision(db: TenantDb): number {
  const statement = sqliteOf(db).prepare<[], number>(
    'select passages_revision from knowledge_state',
  )
  return statement.pluck().get() ?? 0
}

export function insertModel(db: TenantDb, model: NewModel): number {
  const result = sqliteOf(db)
    .prepare(
      `insert into embedding_models (provider, model, dimensions, state, fitted_passages,
         fitted_revision, fidelity_short, fidelity_long, parameters, created_at)
         values (?, ?, ?, 'building', ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[model.provider, model.model, model.dimensions, model.fittedPassages],
      ...[
        model.fittedRevision,
        model.fidelity.short,
        model.fidelity.long,
        model.parameters && asBuffer(model.parameters),
        Date.now(),
      ],
    )
  return Number(result.lastInsertRowid)
}

export function setDimensions(db: TenantDb, modelId: number, dimensions: number): void {
  sqliteOf(db)
    .prepare('update embedding_models set dimensions = ? where id = ?')
    .run(dimensions, modelId)
}

/** The new model answers from here on, and the one before it no more. */
export function makeReady(db: TenantDb, modelId: number): void {
  inTransaction(db, () => {
    const sqlite = sqliteOf(db)
    sqlite.prepare(`update embedding_models set state = 'retired' where state = 'ready'`).run()
    sqlite
      .prepare(`update embedding_models set state = 'ready', ready_at = ? where id = ?`)
      .run(Date.now(), modelId)
  })
}

export function retire(db: TenantDb, modelId: number): void {
  sqliteOf(db).prepare(`update embedding_models set state = 'retired' where id = ?`).run(modelId)
}

/** Deletes a retired model a piece at a time. @returns false when nothing is left of it */
export function deleteSomeOf(db: TenantDb, modelId: number): boolean {
  const sqlite = sqliteOf(db)
  const deleted = sqlite
    .prepare(
      `delete from passage_vectors where model_id = ? and passage_id in
         (select passage_id from passage_vectors where model_id = ? limit ${DELETE_ROWS})`,
    )
    .run(modelId, modelId)
  if (deleted.changes > 0) return true
  sqlite.prepare(`delete from embedding_models where id = ? and state = 'retired'`).run(modelId)
  return false
}

/** Passages that have no vector of this model yet, oldest first, after an id. */
export function listPassagesWithout(
  db: TenantDb,
  modelId: number,
  page: { afterId: number; limit: number },
): PassageText[] {
  return sqliteOf(db)
    .prepare<[number, number, number], PassageText>(
      `select id, title, text from passages where id > ? and not exists
         (select 1 from passage_vectors where model_id = ? and passage_id = passages.id)
       order by id limit ?`,
    )
    .all(page.afterId, modelId, page.limit)
}

/** Stores vectors in one transaction; those of passages deleted meanwhile are left out. */
export function insertVectors(
  db: TenantDb,
  modelId: number,
  vectors: { passageId: number; vector: Float32Array }[],
): void {
  inTransaction(db, () => {
    const sqlite = sqliteOf(db)
    const revision = sqlite
      .prepare<[], number>(
        `insert into knowledge_state (id, vectors_revision) values (1, 1) on conflict (id)
           do update set vectors_revision = vectors_revision + 1 returning vectors_revision`,
      )
      .pluck()
      .get()
    const insert = sqlite.prepare(
      `insert or replace into passage_vectors (model_id, passage_id, vector, revision)
         select ?, id, ?, ? from passages where id = ?`,
    )
    for (const { passageId, vector } of vectors) {
      insert.run(modelId, asBuffer(vector), revision, passageId)
    }
  })
}

/** Without a copy; for vectors that is float32, little-endian: what sqlite-vec reads. */
function asBuffer(bytes: Uint8Array | Float32Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
