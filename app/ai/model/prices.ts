/** US dollars per million tokens, which is the same as millionths of a dollar per token. */
export type ModelPrice = {
  input: number
  output: number
  cacheRead: number
  /** the five-minute cache, the only one used */
  cacheWrite: number
  /** other prices for a prompt longer than this many tokens */
  long?: { aboveTokens: number; input: number; output: number }
}

type PriceTable = {
  /** when the figures were read from the vendor's pages */
  readOn: string
  byModel: Record<string, ModelPrice>
  /** a model without a known price is billed as the dearest, so that no budget is overspent unseen */
  unknown: ModelPrice
}

export const prices: PriceTable = {
  readOn: '2026-11-19',
  byModel: {
    'claude-haiku-5-5': {
      ...{ input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 },
      long: { aboveTokens: 100_000, input: 0.5, output: 2.5 },
    },
    'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
    'claude-opus-5-5': { input: 4, output: 20, cacheRead: 0.4, cacheWrite: 5 },
    'claude-fable-5-1': { input: 10, output: 50, cacheRead: 0.25, cacheWrite: 12.5 },
    'claude-opus-5': { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25 },
    'claude-haiku-4-5': { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 },
  },
  unknown: { input: 10, output: 50, cacheRead: 1, cacheWrite: 12.5 },
}
