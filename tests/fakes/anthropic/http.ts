import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listening = { url: string; port: number; close: () => Promise<void> }

/** Serves on 127.0.0.1; port 0 takes a free one. `close` also ends requests that hang on purpose. */
export async function listen(onRequest: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(onRequest)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = (server.address() as AddressInfo).port
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${bound}`, port: bound, close }
}

/** The raw body, or null when it is larger than `limitBytes` (it is read to the end all the same). */
export async function readBody(req: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limitBytes) chunks.push(chunk)
  }
  return size > limitBytes ? null : Buffer.concat(chunks)
}

/** The parsed JSON body, or undefined when it is not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The key of either header style: `Authorization: Bearer` or `x-api-key`; empty when there is none. */
export function findApiKey(req: IncomingMessage): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1]
  return bearer ?? String(req.headers['x-api-key'] ?? '')
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers })
  res.end(JSON.stringify(body))
}

/** Says `body.length` bytes in the header and sends half of them before the socket closes. */
export function sendCutBody(res: ServerResponse, body: string): void {
  const bytes = Buffer.from(body)
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.destroy())
}
