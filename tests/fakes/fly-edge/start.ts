import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseReplay, toReplaySource } from './replay.ts'

/** Fly keeps this much of a request to send it again; a larger one cannot be replayed. */
const REPLAY_BYTES_MAX = 1024 * 1024
/** Sent round more often than this, a request is in a loop. */
const REPLAYS_MAX = 5

export type EdgeOptions = {
  /** machines by name: where each one's server listens */
  machines: Record<string, string>
  port?: number
}
export type FlyEdge = Awaited<ReturnType<typeof startFlyEdge>>
/** One request as it went: the machines that saw it, in order. */
export type Route = { method: string; path: string; machines: string[]; status: number }

type Body = { held: Buffer | undefined; stream: IncomingMessage | undefined }

/**
 * Fly's edge for one app, on loopback: a request goes to some machine, and where that answers
 * with `fly-replay` the same request goes to the machine it names, with `fly-replay-src`.
 */
export async function startFlyEdge(options: EdgeOptions) {
  const routes: Route[] = []
  let preferred: string | undefined
  let turn = 0

  const server = createServer((request, response) => {
    void readHeld(request).then((body) => pass(request, response, body))
  })

  function pass(request: IncomingMessage, response: ServerResponse, body: Body): void {
    const route = { method: request.method ?? '', path: request.url ?? '', machines: [], status: 0 }
    routes.push(route)
    const names = inOrder()
    const first = names.shift()
    if (!first) return end(response, 503, 'no machine')
    send({ request, response, body, route }, first, { others: names })
  }

  /** A machine that a visitor is bound to comes first, otherwise they take turns. */
  function inOrder(): string[] {
    const names = Object.keys(options.machines)
    const at = preferred ? names.indexOf(preferred) : turn++ % names.length
    return [...names.slice(at), ...names.slice(0, at)]
  }

  function send(
    call: { request: IncomingMessage; response: ServerResponse; body: Body; route: Route },
    machine: string,
    how: { others?: string[]; source?: string },
  ): void {
    const { request, response, body, route } = call
    const headers = { ...request.headers, 'fly-region': 'local' }
    delete (headers as Record<string, unknown>)['fly-replay-src']
    if (how.source) Object.assign(headers, { 'fly-replay-src': how.source })
    const outgoing = httpRequest(`${options.machines[machine]}${request.url}`, {
      ...{ method: request.method, headers },
    })
    outgoing.once('response', (incoming) => {
      route.machines.push(machine)
      route.status = incoming.statusCode ?? 0
      const replay = incoming.headers['fly-replay']
      if (typeof replay !== 'string') return hand(incoming, response)
      incoming.resume()
      again(call, machine, replay)
    })
    outgoing.on('error', () => {
      const next = how.others?.shift()
      const isUntouched = !response.headersSent && body.held !== undefined
      if (next && isUntouched) return send(call, next, how)
      end(response, 502, 'no answer')
    })
    response.once('close', () => outgoing.destroy())
    if (body.held) outgoing.end(body.held)
    else body.stream?.pipe(outgoing)
  }

  function again(call: Parameters<typeof send>[0], from: string, header: string): void {
    const replay = parseReplay(header)
    const target = replay?.instance ?? replay?.preferInstance
    const isKnown = target !== undefined && target in options.machines
    if (!replay || !isKnown) return end(call.response, 502, 'unknown replay target')
    if (!call.body.held) return end(call.response, 502, 'too large to replay')
    if (call.route.machines.length > REPLAYS_MAX) return end(call.response, 508, 'replay loop')
    send(call, target, { source: toReplaySource(from, replay.state) })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, routes, url: `http://127.0.0.1:${port}` },
    /** Every visitor's first machine from now on; undefined: in turn. */
    prefer: (machine: string | undefined) => void (preferred = machine),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Holds a request's body to send it again, or leaves it streaming when it is too large. */
async function readHeld(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > REPLAY_BYTES_MAX || request.headers['transfer-encoding'])
    return { held: undefined, stream: request }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return { held: Buffer.concat(chunks), stream: undefined }
}

function hand(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(incoming.statusCode ?? 502, incoming.headers)
  incoming.pipe(response)
}

function end(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
}
