import type { EmbedderSettings, RemoteEmbedder } from './embedder.ts'
import { requestEmbeddings, toBaseUrl } from './request.server.ts'

const BASE_URL = 'https://api.voyageai.com/v1'
const MODEL = 'voyage-4'

/** Voyage AI, also as MongoDB serves it (`https://ai.mongodb.com/v1`). */
export function voyageEmbedder(settings: Omit<EmbedderSettings, 'embedder'>): RemoteEmbedder {
  const model = settings.model ?? MODEL
  const url = `${toBaseUrl(settings.url ?? BASE_URL)}/embeddings`
  return {
    ...{ provider: 'voyage', model },
    embed: (texts, purpose) =>
      requestEmbeddings(
        { url, apiKey: settings.apiKey, purpose },
        { model, input_type: purpose, truncation: true, output_dtype: 'float' },
        texts,
      ),
  }
}
