import { toFeatures } from '../text/features.server.ts'

/**
 * A fitted model: for each known feature its inverse document frequency and its direction,
 * one signed byte per dimension with one scale per feature (a quarter of the floats' size at
 * no measurable loss).
 */
export type LsaModel = {
  dimensions: number
  /** feature hashes, ascending */
  hashes: Uint32Array
  idf: Float32Array
  scales: Float32Array
  /** hashes.length × dimensions */
  directions: Int8Array
}

/**
 * Where a text lies in the model's space, as a unit vector; all zeros when the model knows no
 * feature of it.
 */
export function project(model: LsaModel, text: string): Float32Array {
  return projectFeatures(model, toFeatures(text))
}

export function projectFeatures(model: LsaModel, features: Map<number, number>): Float32Array {
  const { dimensions, directions } = model
  const vector = new Float32Array(dimensions)
  for (const [hash, count] of features) {
    const row = indexOf(model.hashes, hash)
    if (row < 0) continue
    const weight = dampened(count) * (model.idf[row] as number) * (model.scales[row] as number)
    const base = row * dimensions
    for (let at = 0; at < dimensions; at++) {
      vector[at] = (vector[at] as number) + weight * (directions[base + at] as number)
    }
  }
  return toUnit(vector)
}

/** Repetition counts, but less and less. */
export function dampened(count: number): number {
  return count < 1 ? count : 1 + Math.log(count)
}

/** Scales to length one in place; a zero vector stays zero. */
export function toUnit(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const factor = 1 / Math.sqrt(squares)
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * factor
  return vector
}

function indexOf(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] as number
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
