import type { EmbedFailure, RemoteEmbedder } from './embedder.ts'

/** Voyage's smallest model of 120,000 tokens a call sets the size; 4 characters a token. */
const BATCH_TEXTS_MAX = 96
const BATCH_CHARACTERS_MAX = 240_000

export type EmbedAllResult =
  | {
      ok: true
      /** undefined where the vendor refused that one text */
      vectors: (Float32Array | undefined)[]
    }
  | { ok: false; reason: EmbedFailure; retryAfterMs?: number }

/** How many of the texts make one call: bounded by count and by size, at least one. */
export function batchSize(texts: string[]): number {
  let characters = 0
  for (const [index, text] of texts.entries()) {
    characters += text.length
    if (index >= BATCH_TEXTS_MAX || (index > 0 && characters > BATCH_CHARACTERS_MAX)) return index
  }
  return texts.length
}

/**
 * Embeds one batch of passages. A refused batch is halved until the text that is to blame
 * stands alone; that one goes without a vector and is found by its words.
 */
export async function embedBatch(
  embedder: RemoteEmbedder,
  texts: string[],
): Promise<EmbedAllResult> {
  const result = await embedder.embed(texts, 'document')
  if (result.ok || result.reason !== 'rejected') return result
  if (texts.length === 1) return { ok: true, vectors: [undefined] }
  const middle = Math.ceil(texts.length / 2)
  const left = await embedBatch(embedder, texts.slice(0, middle))
  if (!left.ok) return left
  const right = await embedBatch(embedder, texts.slice(middle))
  return right.ok ? { ok: true, vectors: [...left.vectors, ...right.vectors] } : right
}
