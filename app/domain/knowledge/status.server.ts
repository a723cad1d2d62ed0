import { count, desc, eq, inArray } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { embeddingModels, passages, passageVectors } from './schema.server.ts'

export type KnowledgeStatus = {
  passages: number
  /** how many of them the current vectors cover; the others are found by their words */
  embedded: number
  embedder: { provider: string; model: string } | undefined
  /** a new model is being built in the background */
  isBuilding: boolean
}

/** What the knowledge page shows about search. */
export function getKnowledgeStatus(db: TenantDb): KnowledgeStatus {
  const total = db.select({ n: count() }).from(passages).get()?.n ?? 0
  const models = db
    .select({
      ...{ id: embeddingModels.id, provider: embeddingModels.provider },
      ...{ model: embeddingModels.model, state: embeddingModels.state },
    })
    .from(embeddingModels)
    .where(inArray(embeddingModels.state, ['ready', 'building']))
    .orderBy(desc(embeddingModels.id))
    .all()
  const ready = models.find((model) => model.state === 'ready')
  return {
    ...{ passages: total, embedded: ready ? countVectors(db, ready.id) : 0 },
    embedder: ready && { provider: ready.provider, model: ready.model },
    isBuilding: models.some((model) => model.state === 'building'),
  }
}

function countVectors(db: TenantDb, modelId: number): number {
  const counted = db
    .select({ n: count() })
    .from(passageVectors)
    .where(eq(passageVectors.modelId, modelId))
    .get()
  return counted?.n ?? 0
}
