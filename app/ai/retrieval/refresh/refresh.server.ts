import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { countPassages } from '#app/domain/knowledge/passages.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Embedder, EmbedFailure } from '../embedders/embedder.ts'
import { fitInThread } from '../thread/fit.server.ts'
import { foldIn, refit } from './builtin.server.ts'
import { deleteSomeOf, listModels, makeReady, readRevision, retire } from './queries.server.ts'
import type { ModelRow } from './queries.server.ts'
import { beginRemote, embedMissing } from './remote.server.ts'

/**
 * Below this there is nothing to learn from; BM25 alone answers. Measured at 10, 20, 50, 200 and
 * 1,000 passages of four sets, vectors help from 10 on.
 */
export const FIT_PASSAGES_MIN = 10
/** Passages added or removed since the fit, as a share of those fitted, that call for a new one. */
const CHANGE_SHARE = 0.2
/** A job's lease is 90 s; what does not fit is continued by the next run. */
const RUN_MS = 60_000

export type RefreshDeps = {
  embedder: Embedder
  fit?: typeof fitInThread
  now?: () => number
}

export type RefreshResult =
  /** `isDone` false: call again, there is more to embed */
  { ok: true; isDone: boolean } | { ok: false; reason: EmbedFailure; retryAfterMs?: number }

/**
 * Brings a company's vectors up to date with its passages and with the configured embedder.
 * The slow work (fitting, asking a vendor) happens outside transactions; the model in use
 * answers until its successor is complete. Safe to interrupt and to repeat.
 */
export async function refreshEmbeddings(db: TenantDb, deps: RefreshDeps): Promise<RefreshResult> {
  const { embedder } = deps
  await sweep(db, embedder)
  const result =
    embedder.provider === 'builtin'
      ? await refreshBuiltin(db, deps)
      : await embedMissing(db, beginRemote(db, embedder), {
          ...{ embedder, deadlineAt: (deps.now ?? Date.now)() + RUN_MS, now: deps.now ?? Date.now },
        })
  await sweep(db, embedder)
  return result
}

async function refreshBuiltin(db: TenantDb, deps: RefreshDeps): Promise<RefreshResult> {
  const ready = listModels(db).find((model) => model.state === 'ready')
  if (countPassages(db) < FIT_PASSAGES_MIN) {
    if (ready) retire(db, ready.id)
    return { ok: true, isDone: true }
  }
  if (ready?.provider === 'builtin' && !isOutgrown(db, ready) && (await foldIn(db, ready.id))) {
    return { ok: true, isDone: true }
  }
  const modelId = await refit(db, deps.fit ?? fitInThread)
  makeReady(db, modelId)
  await foldIn(db, modelId)
  return { ok: true, isDone: true }
}

function isOutgrown(db: TenantDb, model: ModelRow): boolean {
  const changed = readRevision(db) - model.fittedRevision
  return changed >= Math.max(model.fittedPassages * CHANGE_SHARE, 1)
}

/** Removes what is retired, and half-built models that nobody will finish. */
async function sweep(db: TenantDb, embedder: Embedder): Promise<void> {
  for (const model of listModels(db)) {
    const isAbandoned =
      model.state === 'building' &&
      (embedder.provider === 'builtin' ||
        model.provider !== embedder.provider ||
        model.model !== embedder.model)
    if (isAbandoned) retire(db, model.id)
    if (!isAbandoned && model.state !== 'retired') continue
    while (deleteSomeOf(db, model.id)) await yieldToOthers()
  }
}
