/** What a vector is for: some vendors prompt their model differently for each. */
export type EmbedPurpose = 'document' | 'query'

export type EmbedFailure =
  /** wrong key, model or address: nobody but the operator can help */
  | 'misconfigured'
  | 'rate_limited'
  /** the vendor is down or did not answer in time */
  | 'unavailable'
  /** the vendor refused these texts */
  | 'rejected'
  /** the answer broke the contract: count, order, dimensions or numbers */
  | 'malformed'

export type EmbedResult =
  { ok: true; vectors: Float32Array[] } | { ok: false; reason: EmbedFailure; retryAfterMs?: number }

/** An embedder that is asked over the network. Vectors come back in order, at unit length. */
export type RemoteEmbedder = {
  provider: 'voyage' | 'openai'
  model: string
  embed: (texts: string[], purpose: EmbedPurpose) => Promise<EmbedResult>
}

/** The built-in one is fitted on the company's own passages and has no address. */
export type Embedder = { provider: 'builtin'; model: 'lsa-1' } | RemoteEmbedder

export type EmbedderSettings = {
  embedder: 'builtin' | 'voyage' | 'openai'
  /** base address, with or without `/v1` */
  url?: string | undefined
  apiKey?: string | undefined
  model?: string | undefined
}
