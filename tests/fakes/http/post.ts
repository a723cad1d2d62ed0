import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'

const MAX_ANSWER_BYTES = 1024 * 1024

/** `status` 0 means that no answer came; `error` then says why. */
export type PostResult = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
  error?: string
}

export type PostOptions = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: Uint8Array
  timeoutMs: number
}

/**
 * Call a receiver; never throws and never follows a redirect. Names under `.localhost` do not
 * resolve in Node, so those are reached on 127.0.0.1 with the name in the Host header.
 */
export function callReceiver(address: string, options: PostOptions): Promise<PostResult> {
  const url = new URL(address)
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve) => {
    const refuse = (error: string) => resolve({ status: 0, headers: {}, body: '', error })
    const call = send(
      {
        host: url.hostname.endsWith('.localhost') ? '127.0.0.1' : bareHost(url.hostname),
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: url.pathname + url.search,
        method: options.method ?? 'POST',
        headers: { host: url.host, ...lengthOf(options.body), ...options.headers },
        signal: AbortSignal.timeout(options.timeoutMs),
      },
      (answer) => void collect(answer).then(resolve, (error: Error) => refuse(reasonOf(error))),
    )
    call.on('error', (error) => refuse(reasonOf(error)))
    call.end(options.body)
  })
}

async function collect(answer: IncomingMessage): Promise<PostResult> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_ANSWER_BYTES) chunks.push(chunk)
  }
  const body = Buffer.concat(chunks).toString('utf8')
  return { status: answer.statusCode ?? 0, headers: answer.headers, body }
}

function lengthOf(body: Uint8Array | undefined): Record<string, string> {
  return body ? { 'content-length': String(body.length) } : {}
}

/** `new URL` keeps the brackets of an IPv6 host, `http.request` wants them gone. */
function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'Read timeout expired'
  if (error.code === 'ECONNREFUSED') return 'Connection refused'
  return error.code ?? error.message
}
