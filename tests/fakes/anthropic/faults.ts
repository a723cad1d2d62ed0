/** Answered instead of a message, with the vendor's body and headers. */
export const HTTP_FAULTS = {
  http_400: { status: 400, type: 'invalid_request_error', message: 'Bad request' },
  http_401: { status: 401, type: 'authentication_error', message: 'invalid API key' },
  http_402: {
    status: 402,
    type: 'billing_error',
    message: 'Your spend limit has been reached.',
    errorCode: 'enforced_spend_limit_reached',
  },
  http_403: { status: 403, type: 'permission_error', message: 'Not allowed' },
  http_404: { status: 404, type: 'not_found_error', message: 'Not found' },
  http_409: { status: 409, type: 'conflict_error', message: 'Conflict' },
  http_413: { status: 413, type: 'request_too_large', message: 'Request exceeds the limit' },
  http_429: { status: 429, type: 'rate_limit_error', message: 'Rate limit exceeded' },
  http_500: { status: 500, type: 'api_error', message: 'Internal server error' },
  http_504: { status: 504, type: 'timeout_error', message: 'The request timed out' },
  http_529: { status: 529, type: 'overloaded_error', message: 'Overloaded' },
} as const satisfies Record<string, HttpFault>

/** What breaks on the wire rather than in the answer. */
export const WIRE_FAULTS = [
  'html_502',
  'hang',
  'reset',
  'reset_mid_stream',
  'error_mid_stream',
  'no_message_stop',
  'truncated_body',
] as const

/** A well-formed message whose content misbehaves. */
export const CONTENT_FAULTS = [
  'truncated_json',
  'not_json',
  'wrong_shape',
  'confidence_7',
  'unknown_sources',
  'long_reply',
  'markup_reply',
  'leaked_prompt',
  'refusal',
  'max_tokens',
  'context_exceeded',
  'empty_content',
  'two_text_blocks',
  'tool_use',
  'tool_use_invalid_input',
  'tool_use_not_offered',
  'unknown_block',
] as const

export type HttpFault = { status: number; type: string; message: string; errorCode?: string }
export type HttpFaultMode = keyof typeof HTTP_FAULTS
export type WireFaultMode = (typeof WIRE_FAULTS)[number]
export type ContentFaultMode = (typeof CONTENT_FAULTS)[number]
export type FaultMode = HttpFaultMode | WireFaultMode | ContentFaultMode

/** `retryAfterS` sets `retry-after` (429 sends 1 by default); `errorCode` replaces the usual one. */
export type FaultOptions = { retryAfterS?: number; errorCode?: string }
export type QueuedFault = { mode: FaultMode; times: number; options: FaultOptions }

export function isFaultMode(value: unknown): value is FaultMode {
  const names: readonly string[] = [...Object.keys(HTTP_FAULTS), ...WIRE_FAULTS, ...CONTENT_FAULTS]
  return typeof value === 'string' && names.includes(value)
}

export function isHttpFault(mode: FaultMode): mode is HttpFaultMode {
  return mode in HTTP_FAULTS
}

export function isContentFault(mode: FaultMode): mode is ContentFaultMode {
  return (CONTENT_FAULTS as readonly string[]).includes(mode)
}

/** The fault due now, oldest first; each queued fault serves `times` requests. */
export function takeFault(queue: QueuedFault[]): QueuedFault | null {
  const next = queue[0]
  if (!next) return null
  next.times -= 1
  if (next.times <= 0) queue.shift()
  return next
}
