import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeReply, FakeRequest } from './exchange.ts'

/** The largest body any vendor takes is WhatsApp's 100 MB document plus its multipart frame. */
const MAX_BODY_BYTES = 110 * 1024 * 1024

export type FakeServer = { url: string; close(): Promise<void> }
export type Answer = (request: FakeRequest) => FakeReply | Promise<FakeReply>

/**
 * Listen on loopback (port 0 = any free one) and answer every request with `answer`.
 * `close` also cuts the connections that a fault left hanging.
 */
export async function listen(
  answer: Answer,
  options: { port?: number; host?: '127.0.0.1' } = {},
): Promise<FakeServer> {
  const server = createServer((incoming, response) => {
    void respond(answer, incoming, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(answer: Answer, incoming: IncomingMessage, response: ServerResponse) {
  try {
    const body = await readBody(incoming)
    if (!body) return write(response, { status: 413, json: { error: 'body too large' } })
    write(response, await answer(toRequest(incoming, body)))
  } catch (error) {
    // A defect of the fake itself must not look like a vendor's own 500.
    write(response, { status: 599, json: { fakeDefect: String(error) } })
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toRequest(incoming: IncomingMessage, body: Buffer): FakeRequest {
  const url = new URL(incoming.url ?? '/', 'http://fake.invalid')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  }
  return {
    method: incoming.method ?? 'GET',
    path: decodePath(url.pathname),
    query: url.searchParams,
    headers,
    body,
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function write(response: ServerResponse, reply: FakeReply) {
  if ('silence' in reply) {
    if (reply.silence === 'drop') response.destroy()
    return
  }
  const body = 'bytes' in reply ? reply.bytes : Buffer.from(JSON.stringify(reply.json ?? null))
  const type = 'bytes' in reply ? 'application/octet-stream' : 'application/json; charset=UTF-8'
  response.writeHead(reply.status, {
    'content-type': type,
    'content-length': String(body.length),
    ...reply.headers,
  })
  response.end(body)
}
