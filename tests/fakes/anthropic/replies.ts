import type { ServerResponse } from 'node:http'
import { HTTP_FAULTS } from './faults.ts'
import type { HttpFault, HttpFaultMode, QueuedFault } from './faults.ts'
import { sendJson } from './http.ts'

const DEFAULT_RETRY_AFTER_S = 1

/** The vendor's error body; `request-id` is on the response already. */
export function sendError(
  res: ServerResponse,
  error: HttpFault,
  headers: Record<string, string> = {},
): void {
  const { status, type, message, errorCode } = error
  const details = errorCode ? { details: { error_code: errorCode } } : {}
  const requestId = res.getHeader('request-id')
  const body = { type: 'error', error: { type, message, ...details }, request_id: requestId }
  sendJson(res, status, body, headers)
}

export function sendHttpFault(res: ServerResponse, mode: HttpFaultMode, fault: QueuedFault): void {
  const { retryAfterS, errorCode } = fault.options
  const error: HttpFault = { ...HTTP_FAULTS[mode] }
  const wait = retryAfterS ?? (mode === 'http_429' ? DEFAULT_RETRY_AFTER_S : undefined)
  const retryHeader: Record<string, string> = wait === undefined ? {} : { 'retry-after': `${wait}` }
  const limits: Record<string, string> =
    mode === 'http_429'
      ? {
          'anthropic-ratelimit-requests-limit': '50',
          'anthropic-ratelimit-requests-remaining': '0',
          'anthropic-ratelimit-requests-reset': new Date(
            Date.now() + (wait ?? 0) * 1000,
          ).toISOString(),
        }
      : {}
  sendError(res, errorCode ? { ...error, errorCode } : error, { ...retryHeader, ...limits })
}

/** What a proxy in front of the vendor says; no JSON. */
export function sendHtmlBadGateway(res: ServerResponse): void {
  res.writeHead(502, { 'content-type': 'text/html' })
  res.end('<html><body><h1>502 Bad Gateway</h1></body></html>')
}
