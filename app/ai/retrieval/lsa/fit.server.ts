import { toFeatures } from '../text/features.server.ts'
import { rightSingularVectors } from './decompose.server.ts'
import type { Dense, SparseRows } from './matrix.server.ts'
import { dampened } from './model.server.ts'
import type { LsaModel } from './model.server.ts'

/** Dimensions asked for; a small company has fewer, for want of passages. */
export const LSA_DIMENSIONS = 256
/** 28,000 × (256 bytes + 12) is 7.5 MB, under the 8 MB a stored model may have. */
const FEATURES_MAX = 28_000
/** The fit looks at this many passages, evenly spread; the others are projected. */
export const FIT_PASSAGES_MAX = 6_000
/** A feature in more than this share of the passages tells them apart no more. */
const DOCUMENT_SHARE_MAX = 0.5

/**
 * Fits latent semantic analysis on texts: TF-IDF over hashed features, then a truncated
 * singular value decomposition. Takes seconds for thousands of texts: run it in a thread.
 */
export function fitLsa(texts: string[]): LsaModel {
  const counts = evenSample(texts, FIT_PASSAGES_MAX).map((text) => toFeatures(text))
  const { hashes, idf } = chooseFeatures(counts)
  const matrix = toSparseRows(counts, hashes, idf)
  const directions = rightSingularVectors(matrix, LSA_DIMENSIONS)
  return quantise(hashes, idf, directions)
}

/** At most so many items, spread evenly over all of them. */
export function evenSample<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items
  const step = items.length / most
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)] as T)
}

function chooseFeatures(counts: Map<number, number>[]): { hashes: Uint32Array; idf: Float32Array } {
  const frequency = new Map<number, number>()
  for (const features of counts) {
    for (const hash of features.keys()) frequency.set(hash, (frequency.get(hash) ?? 0) + 1)
  }
  const most = Math.max(counts.length * DOCUMENT_SHARE_MAX, 2)
  const usable = [...frequency].filter(([, documents]) => documents <= most)
  const chosen = usable
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, FEATURES_MAX)
    .sort((left, right) => left[0] - right[0])
  return {
    hashes: Uint32Array.from(chosen, ([hash]) => hash),
    idf: Float32Array.from(chosen, ([, documents]) =>
      Math.log((counts.length + 1) / (documents + 0.5)),
    ),
  }
}

function toSparseRows(
  counts: Map<number, number>[],
  hashes: Uint32Array,
  idf: Float32Array,
): SparseRows {
  const columnByHash = new Map<number, number>()
  hashes.forEach((hash, column) => columnByHash.set(hash, column))
  const starts = new Uint32Array(counts.length + 1)
  const columnOf: number[] = []
  const valueOf: number[] = []
  counts.forEach((features, row) => {
    const from = valueOf.length
    let squares = 0
    for (const [hash, count] of features) {
      const column = columnByHash.get(hash)
      if (column === undefined) continue
      const value = dampened(count) * (idf[column] as number)
      columnOf.push(column)
      valueOf.push(value)
      squares += value * value
    }
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let at = from; at < valueOf.length; at++) valueOf[at] = (valueOf[at] as number) * factor
    starts[row + 1] = valueOf.length
  })
  return {
    ...{ rows: counts.length, columns: hashes.length, starts },
    ...{ columnOf: Uint32Array.from(columnOf), valueOf: Float32Array.from(valueOf) },
  }
}

function quantise(hashes: Uint32Array, idf: Float32Array, directions: Dense): LsaModel {
  const dimensions = directions.columns
  const scales = new Float32Array(hashes.length)
  const bytes = new Int8Array(hashes.length * dimensions)
  for (let row = 0; row < hashes.length; row++) {
    const base = row * dimensions
    let largest = 0
    for (let at = 0; at < dimensions; at++) {
      largest = Math.max(largest, Math.abs(directions.values[base + at] as number))
    }
    const scale = largest / 127
    scales[row] = scale
    if (scale === 0) continue
    for (let at = 0; at < dimensions; at++) {
      bytes[base + at] = Math.round((directions.values[base + at] as number) / scale)
    }
  }
  return { dimensions, hashes, idf, scales, directions: bytes }
}
