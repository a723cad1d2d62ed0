import { decodeModel } from '#app/ai/retrieval/lsa/encode.server.ts'
import { project } from '#app/ai/retrieval/lsa/model.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const DEPTH = 10

/** Share of the ten nearest passages by exact float cosine that the product's vectors find. */
export async function exactRecall(db: TenantDb, questions: string[]): Promise<number> {
  const sqlite = sqliteOf(db)
  const stored = sqlite.prepare<[], Buffer>('select parameters from embedding_models').pluck().get()
  const model = stored && decodeModel(stored)
  if (!model) throw new Error('No built-in model to compare with')
  const rows = sqlite
    .prepare<[], { id: number; vector: Buffer }>(
      'select passage_id as id, vector from passage_vectors',
    )
    .all()
    .map(({ id, vector }) => ({ id, vector: new Float32Array(new Uint8Array(vector).buffer) }))
  let found = 0
  for (const question of questions) {
    const query = project(model, question)
    const exact = rows
      .map(({ id, vector }) => ({ id, score: dot(vector, query) }))
      .sort((left, right) => right.score - left.score)
      .slice(0, DEPTH)
    const result = await retrieve(db, question, { mode: 'vectors', limit: DEPTH })
    const ids = new Set(result.passages.map((passage) => passage.id))
    found += exact.filter(({ id }) => ids.has(id)).length
  }
  return found / (questions.length * DEPTH)
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number)
  return sum
}
