import { createHash } from 'node:crypto'
import type { CountRequest } from './request-shape.ts'

const CHARACTERS_PER_TOKEN = 4
/** A shorter prefix is never cached; the vendor's own minimum differs by model (1024..4096). */
const CACHE_MIN_TOKENS = 1024

type Segment = { text: string; isBreakpoint: boolean; isHourLong: boolean }

export type InputUsage = {
  input_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
  cache_creation: { ephemeral_5m_input_tokens: number; ephemeral_1h_input_tokens: number }
}

export function toTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN)
}

/** All input tokens of a request, cached or not. */
export function countInputTokens(request: CountRequest): number {
  return toTokens(toSegments(request).reduce((sum, segment) => sum + segment.text.length, 0))
}

/** Splits the input as the vendor bills it; `seenPrefixes` is one organisation's cache. */
export function measureInput(request: CountRequest, seenPrefixes: Set<string>): InputUsage {
  const hash = createHash('sha256').update(request.model)
  let characters = 0
  let read = 0
  let cacheable = 0
  let isHourLong = false
  for (const segment of toSegments(request)) {
    characters += segment.text.length
    hash.update(segment.text)
    const tokens = toTokens(characters)
    if (!segment.isBreakpoint || tokens < CACHE_MIN_TOKENS) continue
    const prefix = hash.copy().digest('hex')
    if (seenPrefixes.has(prefix)) read = tokens
    seenPrefixes.add(prefix)
    cacheable = tokens
    isHourLong = segment.isHourLong
  }
  const written = cacheable - read
  return {
    input_tokens: toTokens(characters) - cacheable,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    cache_creation: {
      ephemeral_5m_input_tokens: isHourLong ? 0 : written,
      ephemeral_1h_input_tokens: isHourLong ? written : 0,
    },
  }
}

/** The prompt in the vendor's cache order: tools, system, messages. */
function toSegments(request: CountRequest): Segment[] {
  const system: object[] =
    typeof request.system === 'string' ? [{ text: request.system }] : (request.system ?? [])
  const messages = request.messages.flatMap((message): object[] =>
    typeof message.content === 'string' ? [{ text: message.content }] : message.content,
  )
  const format = request.output_config?.format ? [request.output_config.format] : []
  const segments = [...(request.tools ?? []), ...format, ...system, ...messages].map(toSegment)
  const last = segments.at(-1)
  if (last && request.cache_control) last.isBreakpoint = true
  return segments
}

function toSegment(part: object): Segment {
  const { cache_control: mark, ...content } = part as { cache_control?: { ttl?: string } | null }
  const plain = 'text' in content ? String(content.text) : JSON.stringify(content)
  return { text: plain, isBreakpoint: Boolean(mark), isHourLong: mark?.ttl === '1h' }
}
