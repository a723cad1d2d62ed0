import type { EmbedCall } from './call.ts'

const BITS = 8
const INT8_MAX = 127

/** One vector as the wire carries it: numbers (null for NaN, as JSON does), or base64. */
export function encodeVector(
  vector: Float32Array,
  call: Pick<EmbedCall, 'encoding' | 'dtype'>,
): (number | null)[] | string {
  const values = call.dtype === 'float' ? vector : quantize(vector, call.dtype)
  if (call.encoding === 'base64') return toBytes(values).toString('base64')
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null))
}

function toBytes(values: Float32Array | Int8Array | Uint8Array): Buffer {
  if (!(values instanceof Float32Array)) return Buffer.from(values.buffer)
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeFloatLE(value, index * 4))
  return bytes
}

function quantize(
  vector: Float32Array,
  dtype: Exclude<EmbedCall['dtype'], 'float'>,
): Int8Array | Uint8Array {
  const scaled = Array.from(vector, (value) => Math.round(value * INT8_MAX))
  if (dtype === 'int8') return Int8Array.from(scaled)
  if (dtype === 'uint8') return Uint8Array.from(scaled, (value) => value + INT8_MAX + 1)
  const packed = packBits(vector)
  // Voyage's `binary` is offset binary: the same bits, 128 lower.
  return dtype === 'ubinary' ? packed : Int8Array.from(packed, (byte) => byte - 128)
}

function packBits(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.length / BITS)
  vector.forEach((value, index) => {
    const at = Math.floor(index / BITS)
    if (value > 0) bytes[at] = bytes[at]! | (1 << (BITS - 1 - (index % BITS)))
  })
  return bytes
}
