export type ModelInfo = {
  vendor: 'openai' | 'voyage' | 'ollama'
  /** The native size; without `sizes` any smaller size can be asked for. */
  dims: number
  /** The only sizes that may be asked for. */
  sizes?: number[]
  contextTokens: number
  /** All texts of one call together. */
  maxCallTokens: number
}

const FLEXIBLE_SIZES = [256, 512, 1024, 2048]
const OPENAI = { vendor: 'openai', contextTokens: 8192, maxCallTokens: 300_000 } as const
const OLLAMA = { vendor: 'ollama', contextTokens: 8192, maxCallTokens: Infinity } as const

/** Sizes and limits from contracts/embeddings.md, sections 1 to 3. */
const MODELS: Record<string, ModelInfo> = {
  'text-embedding-3-small': { ...OPENAI, dims: 1536 },
  'text-embedding-3-large': { ...OPENAI, dims: 3072 },
  'text-embedding-ada-002': { ...OPENAI, dims: 1536, sizes: [1536] },
  'voyage-4-large': voyage(1024, FLEXIBLE_SIZES, 32_000, 120_000),
  'voyage-4': voyage(1024, FLEXIBLE_SIZES, 32_000, 320_000),
  'voyage-4-lite': voyage(1024, FLEXIBLE_SIZES, 32_000, 1_000_000),
  'voyage-code-3': voyage(1024, FLEXIBLE_SIZES, 32_000, 120_000),
  'voyage-3-large': voyage(1024, FLEXIBLE_SIZES, 32_000, 120_000),
  'voyage-3.5': voyage(1024, FLEXIBLE_SIZES, 32_000, 320_000),
  'voyage-3.5-lite': voyage(1024, FLEXIBLE_SIZES, 32_000, 1_000_000),
  'voyage-finance-2': voyage(1024, [1024], 32_000, 120_000),
  'voyage-law-2': voyage(1024, [1024], 16_000, 120_000),
  'voyage-code-2': voyage(1536, [1536], 16_000, 120_000),
  'voyage-3': voyage(1024, [1024], 32_000, 120_000),
  'voyage-3-lite': voyage(512, [512], 32_000, 120_000),
  'nomic-embed-text': { ...OLLAMA, dims: 768 },
  'mxbai-embed-large': { ...OLLAMA, dims: 1024, contextTokens: 512 },
  'all-minilm': { ...OLLAMA, dims: 384, contextTokens: 512 },
  'bge-m3': { ...OLLAMA, dims: 1024 },
}

/** Ollama names may carry a `:tag`. */
export function findModel(name: string): ModelInfo | undefined {
  return MODELS[name] ?? MODELS[name.replace(/:[\w.-]+$/, '')]
}

export function listOllamaModels(): string[] {
  return Object.keys(MODELS).filter((name) => MODELS[name]!.vendor === 'ollama')
}

function voyage(
  dims: number,
  sizes: number[],
  contextTokens: number,
  maxCallTokens: number,
): ModelInfo {
  return { vendor: 'voyage', dims, sizes, contextTokens, maxCallTokens }
}
