import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen, parseJson, readBody, sendCutBody, sendJson } from '#tests/fakes/anthropic/http.ts'
import { countAllTokens } from './call.ts'
import type { EmbedCall, Parsed, Refusal } from './call.ts'
import { encodeVector } from './encode.ts'
import { findHttpFault, spoilData, spoilVectors, takeFault } from './faults.ts'
import type { EmbeddingsFault, QueuedFault } from './faults.ts'
import { findForm } from './forms.ts'
import type { Form } from './forms.ts'
import { toOllamaTags } from './ollama-form.ts'
import { embedText } from './vectors.ts'

const MAX_BODY_BYTES = 64 * 1024 * 1024
const MAX_RECORDED_REQUESTS = 1_000

export type RecordedCall = {
  path: string
  apiKey: string
  raw: string
  body: unknown
  fault: EmbeddingsFault | null
}

export type EmbeddingsFake = {
  /** Origin. OpenAI and Voyage clients take `${url}/v1`, Ollama's native client takes `url`. */
  url: string
  requests: RecordedCall[]
  /** Breaks the next `times` valid requests (`Infinity`: all of them). */
  fault: (mode: EmbeddingsFault, times?: number) => void
  clearFaults: () => void
  close: () => Promise<void>
}

type State = { apiKeys: string[] | null; faults: QueuedFault[]; requests: RecordedCall[] }

/** OpenAI, Voyage and Ollama embeddings on 127.0.0.1; contract: contracts/embeddings.md. */
export async function startEmbeddingsFake(
  options: { port?: number; apiKeys?: string[] } = {},
): Promise<EmbeddingsFake> {
  const state: State = { apiKeys: options.apiKeys ?? null, faults: [], requests: [] }
  const server = await listen((req, res) => {
    answer(state, req, res).catch((error: Error) => sendJson(res, 500, { error: error.message }))
  }, options.port)
  return {
    url: server.url,
    requests: state.requests,
    fault: (mode, times = 1) => void state.faults.push({ mode, times }),
    clearFaults: () => void (state.faults.length = 0),
    close: server.close,
  }
}

async function answer(state: State, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const bytes = await readBody(req, MAX_BODY_BYTES)
  const path = (req.url ?? '/').split('?')[0]!
  if (path === '/api/tags' && req.method === 'GET') return sendJson(res, 200, toOllamaTags())
  const body = bytes ? parseJson(bytes) : undefined
  const form = findForm(path, body)
  if (!form) return sendJson(res, 404, { error: { message: `Unknown path ${path}` } })
  const refuseWith = (status: number, message: string, code?: string) =>
    sendJson(res, status, form.toError({ ok: false, status, message, code }))
  if (req.method !== 'POST') return refuseWith(405, 'Method not allowed')
  if (!bytes) return refuseWith(413, 'Request too large')
  const record = recordCall(state, req, path, bytes, body)
  if (form.needsKey && !isKnownKey(state, record.apiKey)) {
    return refuseWith(401, 'Incorrect API key provided', 'invalid_api_key')
  }
  if (body === undefined) return refuseWith(400, 'The body is not valid JSON')
  await embed(state, { record, form, parsed: form.parse(body) }, res)
}

async function embed(
  state: State,
  asked: { record: RecordedCall; form: Form; parsed: Parsed },
  res: ServerResponse,
): Promise<void> {
  const { record, form, parsed } = asked
  if (!parsed.ok) return sendJson(res, parsed.status, form.toError(parsed))
  const mode = takeFault(state.faults)
  record.fault = mode
  if (mode === 'hang') return
  if (mode === 'html_502') {
    res.writeHead(502, { 'content-type': 'text/html' })
    return void res.end('<html><body>502 Bad Gateway</body></html>')
  }
  const broken = findHttpFault(mode)
  if (broken) {
    const { retryAfterS, ...refusal } = broken
    const wait: Record<string, string> = retryAfterS ? { 'retry-after': `${retryAfterS}` } : {}
    const error: Refusal = { ok: false, ...refusal }
    return sendJson(res, broken.status, form.toError(error), wait)
  }
  const body = toBody(form, parsed.call, mode)
  if (mode === 'truncated_json') return sendCutBody(res, JSON.stringify(body))
  sendJson(res, 200, body)
}

function toBody(form: Form, call: EmbedCall, mode: EmbeddingsFault | null): unknown {
  const vectors = spoilVectors(
    call.texts.map((text) => embedText(text, call.dims)),
    mode,
  )
  const data = vectors.map((vector, index) => ({
    object: 'embedding' as const,
    embedding: encodeVector(vector, call),
    index,
  }))
  return form.toBody(call.model, spoilData(data, mode), countAllTokens(call.texts))
}

function recordCall(
  state: State,
  req: IncomingMessage,
  path: string,
  bytes: Buffer,
  body: unknown,
): RecordedCall {
  const apiKey = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? ''
  const record = { path, apiKey, raw: bytes.toString('utf8'), body, fault: null }
  state.requests.push(record)
  if (state.requests.length > MAX_RECORDED_REQUESTS) state.requests.shift()
  return record
}

function isKnownKey(state: State, key: string): boolean {
  return state.apiKeys ? state.apiKeys.includes(key) : key !== ''
}
