import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE_S = 60

/** How often a website's visitors may do things; counted per visitor or address and endpoint. */
const rules = {
  'session.address': { points: 120, duration: MINUTE_S },
  'message.visitor': { points: 30, duration: MINUTE_S },
  'message.address': { points: 240, duration: MINUTE_S },
  'file.visitor': { points: 12, duration: MINUTE_S },
  'file.address': { points: 60, duration: MINUTE_S },
  'typing.visitor': { points: 40, duration: MINUTE_S },
  'receipt.visitor': { points: 120, duration: MINUTE_S },
  'history.visitor': { points: 120, duration: MINUTE_S },
  'stream.visitor': { points: 60, duration: MINUTE_S },
} as const

export type ChatLimit = keyof typeof rules
export type ChatLimits = ReturnType<typeof createChatLimits>

/** Bytes of a JSON body, and characters of what is in it. */
export const JSON_BYTES_MAX = 32 * 1024
export const TEXT_CHARS_MAX = 4096
export const FILE_BYTES_MAX = 16 * 1024 * 1024
export const FILES_PER_MESSAGE_MAX = 5

/** Streams one visitor may hold (tabs), and all visitors of this process together. */
export const STREAMS_PER_VISITOR_MAX = 6
export const STREAMS_MAX = 5_000

/** Counts in this process, which is the only one that writes. */
export function createChatLimits() {
  const limiters = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory(rule)]),
  ) as Record<ChatLimit, RateLimiterMemory>

  /** @returns seconds to wait, or undefined when it may go on */
  return async function waitFor(
    keys: Partial<Record<ChatLimit, string>>,
  ): Promise<number | undefined> {
    const waits: number[] = []
    for (const [name, key] of Object.entries(keys)) {
      try {
        await limiters[name as ChatLimit].consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        waits.push(refusal.msBeforeNext)
      }
    }
    return waits.length > 0 ? Math.max(1, Math.ceil(Math.max(...waits) / 1000)) : undefined
  }
}
