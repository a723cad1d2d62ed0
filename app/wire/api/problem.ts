import type { Response } from 'express'

/** Every way the JSON API refuses, with its status (RFC 9457 problem documents). */
const problems = {
  invalid_key: { status: 401, title: 'The API key is missing, unknown or revoked' },
  rate_limited: { status: 429, title: 'Too many requests' },
  not_found: { status: 404, title: 'There is no such thing here' },
  method_not_allowed: { status: 405, title: 'This address does not know that method' },
  suspended: { status: 403, title: 'The company is suspended' },
  support_reads: { status: 403, title: 'A visit for support only reads' },
  bad_request: { status: 400, title: 'The request could not be read' },
  invalid_cursor: { status: 422, title: 'The cursor is not one of ours' },
  invalid_limit: { status: 422, title: 'The limit must be a number from 1 to 100' },
  invalid_body: { status: 422, title: 'The body does not fit' },
  outside_reply_window: { status: 422, title: 'The reply window is closed' },
  conversation_closed: { status: 422, title: 'The conversation is closed' },
  contact_opted_out: { status: 422, title: 'The contact wants no automatic messages' },
  contact_blocked: { status: 422, title: 'The contact is blocked' },
  empty_message: { status: 422, title: 'The message has no text' },
  message_too_long: { status: 422, title: 'The message is too long for the channel' },
  endpoint_disabled: { status: 422, title: 'The channel is switched off' },
  owner_not_verified: { status: 422, title: 'The owner’s e-mail is not confirmed yet' },
  template_not_approved: { status: 422, title: 'The template is not approved' },
  contact_unreachable: { status: 422, title: 'The contact cannot be reached on this channel' },
} as const

export type ProblemCode = keyof typeof problems

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

export function sendProblem(response: Response, code: ProblemCode): void {
  const { status, title } = problems[code]
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
  response.status(status).type('application/problem+json')
  response.send(JSON.stringify({ type: 'about:blank', title, status, code }))
}
