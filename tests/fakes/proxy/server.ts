import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const RETRY_MS = 50
const HEALTH_EVERY_MS = 100

export type ProxyFake = { port: number; close: () => Promise<void> }

/**
 * A reverse proxy as operators run one in front of a single server: it asks /readyz all the time
 * (Caddy's `health_uri`), keeps a request while nobody there is ready (`lb_try_duration`), and
 * never sends one twice that was taken.
 */
export async function startProxyFake(target: number, patienceMs: number): Promise<ProxyFake> {
  const health = watch(target)
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      void forward({ request, response, body: Buffer.concat(chunks) }, target, {
        health,
        patienceMs,
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    health.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as AddressInfo).port, close }
}

type Health = { isReady: () => boolean; stop: () => void }

function watch(port: number): Health {
  let isReady = false
  const timer = setInterval(() => {
    const options = { host: '127.0.0.1', port, path: '/readyz', agent: false, timeout: 1_000 }
    const asked = ask(options, (response) => {
      response.resume()
      isReady = response.statusCode === 200
    })
    asked.on('error', () => (isReady = false))
    asked.end()
  }, HEALTH_EVERY_MS)
  return { isReady: () => isReady, stop: () => clearInterval(timer) }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; body: Buffer }

async function forward(
  exchange: Exchange,
  target: number,
  { health, patienceMs }: { health: Health; patienceMs: number },
): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    const result = health.isReady() ? await once(exchange, target) : 'refused'
    if (result === 'answered') return
    if (result === 'cut' || Date.now() > until) return void exchange.response.writeHead(502).end()
    await wait(RETRY_MS)
  }
}

function once({ request, response, body }: Exchange, port: number) {
  return new Promise<'answered' | 'refused' | 'cut'>((resolve) => {
    const { method, url: path, headers } = request
    // No connection is kept: each request finds whoever listens now.
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false }
    const outgoing = ask(options, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers)
      incoming.pipe(response)
      incoming.on('end', () => resolve('answered'))
      incoming.on('error', () => response.destroy())
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
    )
    outgoing.end(body)
  })
}
