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

/** Where a text lies in a model's space. */
export type Projection = {
  /** unit length; all zeros when the model knows no feature of the text */
  vector: Float32Array
  /** length of the text's TF-IDF vector that the space holds, 0..1: little for a strange text */
  held: number
}

/** Where a text lies in the model's space, as a unit vector. */
export function project(model: LsaModel, text: string): Float32Array {
  return projectFully(model, text).vector
}

export function projectFully(model: LsaModel, text: string): Projection {
  const { dimensions, directions, idf, scales } = model
  const vector = new Float32Array(dimensions)
  const strangeIdf = idf.reduce((most, value) => Math.max(most, value), 0)
  let total = 0
  for (const [hash, count] of toFeatures(text)) {
    const row = indexOf(model.hashes, hash)
    const weight = dampened(count) * (row < 0 ? strangeIdf : (idf[row] as number))
    total += weight * weight
    if (row < 0) continue
    const step = weight * (scales[row] as number)
    const base = row * dimensions
    for (let at = 0; at < dimensions; at++) {
      vector[at] = (vector[at] as number) + step * (directions[base + at] as number)
    }
  }
  const held = total > 0 ? Math.min(norm(vector) / Math.sqrt(total), 1) : 0
  return { vector: toUnit(vector), held }
}

/** Repetition counts, but less and less. */
export function dampened(count: number): number {
  return count < 1 ? count : 1 + Math.log(count)
}

/** Scales to length one in place; a zero vector stays zero. */
export function toUnit(vector: Float32Array): Float32Array {
  const length = norm(vector)
  if (length === 0) return vector
  const factor = 1 / length
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * factor
  return vector
}

function norm(vector: Float32Array): number {
  let squares = 0
  for (const value of vector) squares += value * value
  return Math.sqrt(squares)
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
