import { openTenantReader } from '#app/tenancy/reader.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { encodeModel } from './encode.server.ts'
import { evenSample, fitLsa, FIT_PASSAGES_MAX } from './fit.server.ts'
import { measureFidelity } from './fidelity.server.ts'
import type { Fidelity } from './fidelity.server.ts'
import { project } from './model.server.ts'
import { toLsaText } from './passage-text.ts'

export type FitRequest = { path: string; tenantId: string }

export type FittedPassages = {
  dimensions: number
  fidelity: Fidelity
  /** knowledge_state.passages_revision that was read */
  revision: number
  parameters: Uint8Array
  ids: Float64Array
  /** ids.length × dimensions, unit length */
  vectors: Float32Array
}

type PassageRow = { id: number; title: string; text: string }

/** Fits the built-in embedder on a company's passages and projects all of them. */
export function fitPassages(request: FitRequest): FittedPassages {
  const { revision, rows } = readPassages(request)
  const texts = rows.map(toLsaText)
  const model = fitLsa(texts)
  const vectors = new Float32Array(texts.length * model.dimensions)
  texts.forEach((text, row) => vectors.set(project(model, text), row * model.dimensions))
  const sample = evenSample(
    texts.map((_, row) => row),
    FIT_PASSAGES_MAX,
  )
  const fidelity = measureFidelity(
    model,
    sample.map((row) => texts[row] as string),
    pickRows(vectors, sample, model.dimensions),
  )
  return {
    ...{ dimensions: model.dimensions, fidelity, revision, parameters: encodeModel(model) },
    ...{ ids: Float64Array.from(rows, (row) => row.id), vectors },
  }
}

function readPassages(request: FitRequest): { revision: number; rows: PassageRow[] } {
  const sqlite = openTenantReader(request.path, request.tenantId)
  try {
    return sqlite.transaction(() => ({
      revision: readRevision(sqlite),
      rows: sqlite
        .prepare<[], PassageRow>('select id, title, text from passages order by id')
        .all(),
    }))()
  } finally {
    sqlite.close()
  }
}

function readRevision(sqlite: Sqlite): number {
  const statement = sqlite.prepare<[], number>('select passages_revision from knowledge_state')
  return statement.pluck().get() ?? 0
}

function pickRows(vectors: Float32Array, rows: number[], dimensions: number): Float32Array {
  if (rows.length * dimensions === vectors.length) return vectors
  const picked = new Float32Array(rows.length * dimensions)
  rows.forEach((row, at) => {
    picked.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions)
  })
  return picked
}
