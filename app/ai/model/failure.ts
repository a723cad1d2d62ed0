import Anthropic from '@anthropic-ai/sdk'

/** Why there is no answer from the model. All of them fall to the built-in assistant. */
export type ModelFailureReason =
  // the vendor, or the way to it
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'overloaded'
  | 'vendor_error'
  | 'resting'
  // the operator must act
  | 'no_key'
  | 'key_refused'
  | 'spend_limit'
  | 'not_permitted'
  | 'unknown_model'
  // our request
  | 'request_refused'
  | 'too_large'
  // the answer
  | 'refusal'
  | 'truncated'
  | 'context_exceeded'
  | 'empty'
  | 'malformed'
  | 'leaked_prompt'
  | 'parroted'
  | 'tool_loop'
  | 'unsourced_link'
  // nobody wants it any more
  | 'cancelled'

/** How a failure bears on the next requests: not at all, as an outage, or until the operator acts. */
export type FailureWeight = 'none' | 'outage' | 'account'

const BY_STATUS: Record<number, ModelFailureReason> = {
  400: 'request_refused',
  401: 'key_refused',
  402: 'spend_limit',
  403: 'not_permitted',
  404: 'unknown_model',
  408: 'timeout',
  409: 'vendor_error',
  413: 'too_large',
  422: 'request_refused',
  429: 'rate_limited',
  504: 'timeout',
  529: 'overloaded',
}

/** Codes of `error.details.error_code` that only the operator can clear. */
const SPEND_CODES = new Set([
  ...['enforced_spend_limit_reached', 'contract_spend_limit_reached', 'ramp_limit_exceeded'],
])

const OUTAGES = new Set<ModelFailureReason>([
  ...(['timeout', 'unreachable', 'rate_limited', 'overloaded', 'vendor_error'] as const),
])
const ACCOUNT = new Set<ModelFailureReason>([
  ...(['key_refused', 'spend_limit', 'not_permitted', 'unknown_model'] as const),
])

/** The reason behind anything the vendor's client throws. */
export function toFailureReason(error: unknown): ModelFailureReason {
  if (error instanceof Anthropic.APIConnectionTimeoutError) return 'timeout'
  if (error instanceof Anthropic.APIUserAbortError) return 'cancelled'
  const failure = toApiError(error)
  if (failure?.errorCode && SPEND_CODES.has(failure.errorCode)) return 'spend_limit'
  const status = failure?.status
  if (status === undefined) return 'unreachable'
  return BY_STATUS[status] ?? (status >= 500 ? 'vendor_error' : 'request_refused')
}

export function weightOf(reason: ModelFailureReason): FailureWeight {
  if (ACCOUNT.has(reason)) return 'account'
  return OUTAGES.has(reason) ? 'outage' : 'none'
}

/** How long a vendor asked us to wait (`retry-after`, seconds), in ms. */
export function toRetryAfterMs(error: unknown): number | undefined {
  const seconds = Number(toApiError(error)?.headers?.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? seconds * 1_000 : undefined
}

type ApiFailure = {
  status: number | undefined
  headers: Headers | undefined
  errorCode: string | null
}

/** The SDK's own type says `any` for what it knows well. */
function toApiError(error: unknown): ApiFailure | undefined {
  return error instanceof Anthropic.APIError ? (error as ApiFailure) : undefined
}
