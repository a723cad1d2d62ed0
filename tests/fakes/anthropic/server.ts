import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerControl } from './control.ts'
import type { FaultMode, FaultOptions } from './faults.ts'
import { findApiKey, listen, parseJson, readBody, sendJson } from './http.ts'
import { answerMessages } from './messages-endpoint.ts'
import { MODEL_IDS, toModel, toModelPage } from './models.ts'
import { sendError } from './replies.ts'
import { parseCountRequest } from './request-rules.ts'
import type { ScriptEntry } from './script.ts'
import { createState, queueFault, recordRequest, resetState } from './state.ts'
import type { FakeState, RecordedRequest } from './state.ts'
import { countInputTokens } from './usage.ts'

const MAX_BODY_BYTES = 32 * 1024 * 1024

export type AnthropicFake = {
  /** Origin without `/v1`: give it as `baseURL` or `ANTHROPIC_BASE_URL`. */
  url: string
  /** Every vendor request, oldest first; control calls are not in it. */
  requests: RecordedRequest[]
  /** Replaces the script. */
  script: (entries: ScriptEntry[]) => void
  /** Breaks the next `times` valid message requests (`Infinity`: all of them). */
  fault: (mode: FaultMode, times?: number, options?: FaultOptions) => void
  /** Whether it obeys orders found in the customer's text and in passages. */
  gullible: (isOn: boolean) => void
  /** Forgets requests, script, faults and gullibility. */
  reset: () => void
  close: () => Promise<void>
}

export type AnthropicFakeOptions = {
  port?: number
  /** Left out: any key that is not empty is accepted. */
  apiKeys?: string[]
  script?: ScriptEntry[]
  latencyMs?: number
  gullible?: boolean
}

/** A Messages API (version 2026-10-21) on 127.0.0.1; contract: contracts/anthropic.md. */
export async function startAnthropicFake(
  options: AnthropicFakeOptions = {},
): Promise<AnthropicFake> {
  const state = createState({
    apiKeys: options.apiKeys ?? null,
    script: structuredClone(options.script ?? []),
    latencyMs: options.latencyMs ?? 0,
    isGullible: options.gullible ?? false,
  })
  const server = await listen((req, res) => {
    answer(state, req, res).catch((error: Error) => sendBug(res, error))
  }, options.port)
  return {
    url: server.url,
    requests: state.requests,
    script: (entries) => void (state.script = structuredClone(entries)),
    fault: (mode, times, faultOptions) => queueFault(state, mode, times, faultOptions),
    gullible: (isOn) => void (state.isGullible = isOn),
    reset: () => resetState(state),
    close: server.close,
  }
}

async function answer(state: FakeState, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readBody(req, MAX_BODY_BYTES).catch(() => Buffer.alloc(0))
  const path = (req.url ?? '/').split('?')[0]!
  const method = req.method ?? 'GET'
  if (path.startsWith('/_control/')) {
    return answerControl(state, res, { method, path, body: parseJson(body ?? Buffer.alloc(0)) })
  }
  const record = openRecord(state, req, path, body)
  res.setHeader('request-id', record.requestId)
  res.on('close', () => {
    record.status = res.headersSent ? res.statusCode : null
    record.aborted = !res.writableFinished
  })
  if (state.apiKeys ? !state.apiKeys.includes(record.apiKey) : !record.apiKey) {
    const message = record.apiKey ? 'invalid API key' : 'an API key is required'
    return sendError(res, { status: 401, type: 'authentication_error', message })
  }
  if (!body) return sendError(res, TOO_LARGE)
  await route(state, record, res)
}

/** A mistake in the fake or in a script, said where the test will see it. */
function sendBug(res: ServerResponse, error: Error): void {
  if (res.headersSent) return void res.destroy()
  sendError(res, { status: 500, type: 'api_error', message: `the fake failed: ${error.message}` })
}

const TOO_LARGE = {
  status: 413,
  type: 'request_too_large',
  message: 'Request exceeds the maximum size',
}

async function route(
  state: FakeState,
  record: RecordedRequest,
  res: ServerResponse,
): Promise<void> {
  const { method, path } = record
  if (path === '/v1/models' && method === 'GET') return sendJson(res, 200, toModelPage())
  const modelId = /^\/v1\/models\/([^/]+)$/.exec(path)?.[1]
  if (modelId && MODEL_IDS.includes(modelId)) return sendJson(res, 200, toModel(modelId))
  const isPost = path === '/v1/messages' || path === '/v1/messages/count_tokens'
  if (!isPost) return sendError(res, { status: 404, type: 'not_found_error', message: 'Not found' })
  if (method !== 'POST') return sendError(res, { ...BAD_REQUEST, status: 405 })
  if (record.body === undefined) {
    return sendError(res, { ...BAD_REQUEST, message: 'The request body is not valid JSON' })
  }
  if (path === '/v1/messages') return answerMessages(state, record, res)
  const checked = parseCountRequest(record.body, record.headers['anthropic-version'] ?? '')
  if (!checked.ok) return sendError(res, checked)
  sendJson(res, 200, { input_tokens: countInputTokens(checked.request) })
}

const BAD_REQUEST = { status: 400, type: 'invalid_request_error', message: 'Method not allowed' }

function openRecord(
  state: FakeState,
  req: IncomingMessage,
  path: string,
  body: Buffer | null,
): RecordedRequest {
  state.serial += 1
  const record: RecordedRequest = {
    requestId: `req_${String(state.serial).padStart(6, '0')}`,
    method: req.method ?? 'GET',
    path,
    headers: Object.fromEntries(Object.entries(req.headers).map(([k, v]) => [k, String(v)])),
    apiKey: findApiKey(req),
    raw: body?.toString('utf8') ?? '',
    body: body ? parseJson(body) : undefined,
    status: null,
    fault: null,
    aborted: false,
  }
  recordRequest(state, record)
  return record
}
