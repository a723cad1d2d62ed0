import { z } from 'zod'
import { toUnit } from '../lsa/model.server.ts'

const response = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
})

/**
 * Checks an answer of `/embeddings` and puts the vectors in the order of the texts: every
 * index once, one length for all, finite numbers, no zero vector. Vectors come out at unit
 * length, because shortened ones may not be.
 *
 * @returns undefined when the answer breaks any of it
 */
export function parseVectors(body: unknown, count: number): Float32Array[] | undefined {
  const parsed = response.safeParse(body)
  if (!parsed.success || parsed.data.data.length !== count) return undefined
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count })
  const dimensions = parsed.data.data[0]?.embedding.length ?? 0
  for (const { index, embedding } of parsed.data.data) {
    if (index < 0 || index >= count || vectors[index]) return undefined
    if (embedding.length !== dimensions) return undefined
    const vector = Float32Array.from(embedding)
    if (!isUsable(vector)) return undefined
    vectors[index] = toUnit(vector)
  }
  return vectors as Float32Array[]
}

function isUsable(vector: Float32Array): boolean {
  return vector.every(Number.isFinite) && vector.some((value) => value !== 0)
}
