/** Answered instead of vectors; `code` is OpenAI's. */
export const HTTP_FAULTS = {
  http_401: { status: 401, message: 'Incorrect API key', code: 'invalid_api_key' },
  http_403: { status: 403, message: 'Not allowed from this address', code: 'forbidden' },
  http_429: {
    status: 429,
    message: 'Rate limit reached',
    code: 'rate_limit_exceeded',
    retryAfterS: 1,
  },
  http_429_bare: { status: 429, message: 'Rate limit reached', code: 'rate_limit_exceeded' },
  quota: { status: 429, message: 'You exceeded your quota', code: 'insufficient_quota' },
  http_500: { status: 500, message: 'The server had an error', code: 'server_error' },
  http_503: { status: 503, message: 'The engine is overloaded', code: 'overloaded' },
} as const satisfies Record<string, HttpFault>

export const WIRE_FAULTS = ['html_502', 'hang', 'truncated_json'] as const

/** 200 with vectors that a careful client refuses; `shuffled` is legal and must be sorted. */
export const VECTOR_FAULTS = [
  'shuffled',
  'wrong_dims',
  'fewer_vectors',
  'nan',
  'duplicated_index',
  'zero_vector',
  'cut_base64',
] as const

export type HttpFault = { status: number; message: string; code: string; retryAfterS?: number }
export type VectorFault = (typeof VECTOR_FAULTS)[number]
export type EmbeddingsFault = keyof typeof HTTP_FAULTS | (typeof WIRE_FAULTS)[number] | VectorFault

export type QueuedFault = { mode: EmbeddingsFault; times: number }

export function findHttpFault(mode: EmbeddingsFault | null): HttpFault | null {
  return mode && mode in HTTP_FAULTS ? HTTP_FAULTS[mode as keyof typeof HTTP_FAULTS] : null
}

/** The fault due now, oldest first. */
export function takeFault(queue: QueuedFault[]): EmbeddingsFault | null {
  const next = queue[0]
  if (!next) return null
  next.times -= 1
  if (next.times <= 0) queue.shift()
  return next.mode
}

/** Bends the vectors before they are encoded. */
export function spoilVectors(
  vectors: Float32Array[],
  mode: EmbeddingsFault | null,
): Float32Array[] {
  if (mode === 'wrong_dims') return vectors.map((vector) => vector.slice(0, -1))
  if (mode === 'fewer_vectors') return vectors.slice(0, -1)
  if (mode === 'zero_vector') return vectors.map((vector) => vector.fill(0))
  if (mode === 'nan') vectors[0]![0] = NaN
  return vectors
}

export type DataItem = { object: 'embedding'; embedding: unknown; index: number }

/** Bends the list of an OpenAI or Voyage answer. */
export function spoilData(data: DataItem[], mode: EmbeddingsFault | null): DataItem[] {
  if (mode === 'shuffled') return [...data].reverse()
  if (mode === 'duplicated_index') return data.map((item) => ({ ...item, index: 0 }))
  if (mode !== 'cut_base64') return data
  return data.map((item) =>
    typeof item.embedding === 'string' ? { ...item, embedding: item.embedding.slice(0, -8) } : item,
  )
}
