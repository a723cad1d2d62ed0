import { randomBytes } from 'node:crypto'
import { json } from '../http/exchange.ts'
import type { FakeReply } from '../http/exchange.ts'

/** Vendor error codes this fake can answer: title and HTTP status (contract, section 8). */
const ERRORS: Record<number, { title: string; status: number }> = {
  0: { title: 'AuthException', status: 401 },
  1: { title: 'API Unknown', status: 400 },
  2: { title: 'API Service', status: 503 },
  3: { title: 'API Method', status: 500 },
  4: { title: 'API Too Many Calls', status: 429 },
  10: { title: 'Permission Denied', status: 403 },
  33: { title: 'Parameter value is not valid', status: 400 },
  100: { title: 'Invalid parameter', status: 400 },
  190: { title: 'Invalid OAuth access token', status: 401 },
  368: { title: 'Temporarily blocked for policies violations', status: 403 },
  80007: { title: 'Rate limit issues', status: 429 },
  130429: { title: 'Rate limit hit', status: 429 },
  130497: {
    title: 'Business account is restricted from messaging users in this country',
    status: 403,
  },
  131000: { title: 'Something went wrong', status: 500 },
  131005: { title: 'Access denied', status: 403 },
  131008: { title: 'Required parameter is missing', status: 400 },
  131009: { title: 'Parameter value is not valid', status: 400 },
  131016: { title: 'Service unavailable', status: 503 },
  131021: { title: 'Recipient cannot be sender', status: 400 },
  131026: { title: 'Message undeliverable', status: 400 },
  131031: { title: 'Account has been locked', status: 403 },
  131047: { title: 'Re-engagement message', status: 400 },
  131048: { title: 'Spam rate limit hit', status: 429 },
  131049: { title: 'Message not delivered to maintain healthy ecosystem engagement', status: 400 },
  131051: { title: 'Message type unknown', status: 400 },
  131052: { title: 'Media download error', status: 400 },
  131053: { title: 'Media upload error', status: 400 },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit', status: 429 },
  131057: { title: 'Account in maintenance mode', status: 503 },
  132000: {
    title: 'Number of parameters does not match the expected number of params',
    status: 400,
  },
  132001: { title: 'Template name does not exist in the translation', status: 400 },
  132005: { title: 'Translated text too long', status: 400 },
  132007: { title: 'Template content policy violated', status: 400 },
  132012: { title: 'Parameter format does not match format in the created template', status: 400 },
  132015: { title: 'Template is paused', status: 400 },
  132016: { title: 'Template is disabled', status: 400 },
  133016: { title: 'Account register deregister rate limit exceeded', status: 429 },
}

export type GraphProblem = {
  code: number
  details: string
  subcode?: number
  status?: number
  retryAfterSeconds?: number
}

/** The code's title, also used in `errors[]` of a failed status. */
export function titleOf(code: number): string {
  return ERRORS[code]?.title ?? 'Unknown error'
}

/** Answer with Graph's error envelope; the HTTP status follows the code unless given. */
export function graphError(problem: GraphProblem): FakeReply {
  const { code, details } = problem
  const error = {
    message: `(#${code}) ${titleOf(code)}`,
    type: 'OAuthException',
    code,
    error_subcode: problem.subcode,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: randomBytes(9).toString('base64url'),
  }
  const headers: Record<string, string> = {}
  if (problem.retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(problem.retryAfterSeconds)
  }
  return json({ error }, problem.status ?? ERRORS[code]?.status ?? 400, headers)
}

/** The answer for an id that does not exist or that the token may not see: not told apart. */
export function unknownObject(id: string): FakeReply {
  const details = `Object with ID '${id}' does not exist or cannot be loaded`
  return graphError({ code: 100, subcode: 33, details })
}
