import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { sqliteOf, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { BUILTIN_EMBEDDER } from '../embedders/choose.server.ts'
import { decodeModel } from '../lsa/encode.server.ts'
import { project } from '../lsa/model.server.ts'
import { toLsaText } from '../lsa/passage-text.ts'
import type { fitInThread } from '../thread/fit.server.ts'
import {
  insertModel,
  insertVectors,
  listPassagesWithout,
  readModelParameters,
} from './queries.server.ts'

/** Small enough not to hold up a webhook between two batches. */
const ROWS_PER_TRANSACTION = 200

/** Fits a new model and stores it with its vectors, still out of use. @returns its id */
export async function refit(db: TenantDb, fit: typeof fitInThread): Promise<number> {
  const fitted = await fit({ path: sqliteOf(db).name, tenantId: tenantIdOf(db) })
  const modelId = insertModel(db, {
    ...{ ...BUILTIN_EMBEDDER, dimensions: fitted.dimensions, fidelity: fitted.fidelity },
    ...{ fittedPassages: fitted.ids.length, fittedRevision: fitted.revision },
    parameters: fitted.parameters,
  })
  const rows = Array.from(fitted.ids, (passageId, row) => ({
    passageId,
    vector: fitted.vectors.subarray(row * fitted.dimensions, (row + 1) * fitted.dimensions),
  }))
  await insertInBatches(db, modelId, rows)
  return modelId
}

/**
 * Projects passages that came after the fit into the model.
 *
 * @returns false when the stored model cannot be read and must be fitted anew
 */
export async function foldIn(db: TenantDb, modelId: number): Promise<boolean> {
  const stored = readModelParameters(db, modelId)
  const model = stored && decodeModel(stored)
  if (!model) return false
  let afterId = 0
  for (;;) {
    const page = listPassagesWithout(db, modelId, { afterId, limit: ROWS_PER_TRANSACTION })
    if (page.length === 0) return true
    const rows = page.map((row) => ({ passageId: row.id, vector: project(model, toLsaText(row)) }))
    insertVectors(db, modelId, rows)
    afterId = page.at(-1)?.id ?? afterId
    await yieldToOthers()
  }
}

async function insertInBatches(
  db: TenantDb,
  modelId: number,
  rows: { passageId: number; vector: Float32Array }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_TRANSACTION) {
    insertVectors(db, modelId, rows.slice(start, start + ROWS_PER_TRANSACTION))
    await yieldToOthers()
  }
}
