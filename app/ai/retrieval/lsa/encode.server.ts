import type { LsaModel } from './model.server.ts'

/** "LSA" and the layout's number; a change of layout means a new fit. */
const MAGIC = 0x4c534101
const HEADER_BYTES = 12

/** A model as it is stored: header, hashes, idf, scales, directions; under 8 MB. */
export function encodeModel(model: LsaModel): Buffer {
  const count = model.hashes.length
  const bytes = new Uint8Array(HEADER_BYTES + count * 12 + model.directions.length)
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, model.dimensions, count])
  new Uint32Array(bytes.buffer, HEADER_BYTES, count).set(model.hashes)
  new Float32Array(bytes.buffer, HEADER_BYTES + count * 4, count).set(model.idf)
  new Float32Array(bytes.buffer, HEADER_BYTES + count * 8, count).set(model.scales)
  new Int8Array(bytes.buffer, HEADER_BYTES + count * 12).set(model.directions)
  return Buffer.from(bytes.buffer)
}

/** @returns undefined when the bytes are of another layout or cut short */
export function decodeModel(stored: Uint8Array): LsaModel | undefined {
  // Copied, because a blob may start at any byte and typed arrays want their alignment.
  const { buffer } = new Uint8Array(stored)
  if (buffer.byteLength < HEADER_BYTES) return undefined
  const [magic, dimensions = 0, count = 0] = new Uint32Array(buffer, 0, 3)
  if (magic !== MAGIC) return undefined
  if (buffer.byteLength !== HEADER_BYTES + count * (12 + dimensions)) return undefined
  return {
    dimensions,
    hashes: new Uint32Array(buffer, HEADER_BYTES, count),
    idf: new Float32Array(buffer, HEADER_BYTES + count * 4, count),
    scales: new Float32Array(buffer, HEADER_BYTES + count * 8, count),
    directions: new Int8Array(buffer, HEADER_BYTES + count * 12),
  }
}
