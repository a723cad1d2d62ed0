import type { EmbedderSettings, RemoteEmbedder } from './embedder.ts'
import { requestEmbeddings, toBaseUrl } from './request.server.ts'

const BASE_URL = 'https://api.openai.com/v1'
const MODEL = 'text-embedding-3-small'

/** OpenAI, and whatever speaks its `/v1/embeddings`: Ollama, vLLM, LocalAI. */
export function openaiEmbedder(settings: Omit<EmbedderSettings, 'embedder'>): RemoteEmbedder {
  const model = settings.model ?? MODEL
  const url = `${toBaseUrl(settings.url ?? BASE_URL)}/embeddings`
  return {
    ...{ provider: 'openai', model },
    embed: (texts, purpose) =>
      requestEmbeddings(
        { url, apiKey: settings.apiKey, purpose },
        { model, encoding_format: 'float' },
        texts,
      ),
  }
}
