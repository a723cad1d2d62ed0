import type { Embedder, EmbedderSettings } from './embedder.ts'
import { openaiEmbedder } from './openai.server.ts'
import { voyageEmbedder } from './voyage.server.ts'

export const BUILTIN_EMBEDDER: Embedder = { provider: 'builtin', model: 'lsa-1' }

/** The embedder that the operator configured (EMBEDDER and EMBEDDINGS_*). */
export function chooseEmbedder(settings: EmbedderSettings): Embedder {
  if (settings.embedder === 'voyage') return voyageEmbedder(settings)
  if (settings.embedder === 'openai') return openaiEmbedder(settings)
  return BUILTIN_EMBEDDER
}
