import { prices } from './prices.ts'
import type { ModelPrice } from './prices.ts'

/** Tokens of one request as the vendor counted them; `input` is what no cache took part in. */
export type Usage = { input: number; cacheRead: number; cacheWrite: number; output: number }

export const noUsage: Usage = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 }

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    input: a.input + b.input,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite: a.cacheWrite + b.cacheWrite,
    output: a.output + b.output,
  }
}

/** What a request cost, in millionths of a US dollar, rounded up. */
export function toCostMicros(model: string, usage: Usage): number {
  const price = priceOf(model, usage.input + usage.cacheRead + usage.cacheWrite)
  return Math.ceil(
    usage.input * price.input +
      usage.cacheRead * price.cacheRead +
      usage.cacheWrite * price.cacheWrite +
      usage.output * price.output,
  )
}

/** A dated id (`claude-haiku-4-5-20251001`) has the price of its family. */
function priceOf(model: string, inputTokens: number): ModelPrice {
  const { byModel, unknown } = prices
  const price = byModel[model] ?? byModel[model.replace(/-\d{8}$/, '')] ?? unknown
  const isLong = price.long !== undefined && inputTokens > price.long.aboveTokens
  return isLong ? { ...price, ...price.long } : price
}
