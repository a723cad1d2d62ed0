import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, buildConnector, request } from 'undici'
import type { Dispatcher } from 'undici'
import type {
  Fetched,
  FetchFailure,
  FetchWish,
  GuardedFetch,
} from '#app/domain/link-previews/guarded-fetch.ts'
import { isPublicAddress, parsePublicUrl } from './public-address.ts'

const TIMEOUT_MS = 8_000
const REDIRECTS_MAX = 4
const USER_AGENT = 'Mozilla/5.0 (compatible; Baraza link preview)'

export type FetchOptions = {
  /** origins that may be reached though they are inside: stand-ins of a machine of one's own */
  trustedOrigins?: readonly string[]
  /** every address of a name */
  resolve?: (host: string) => Promise<string[]>
  /** where a checked address is reached; tests lead it to a server of theirs */
  dial?: (address: string, port: number) => { host: string; port: number }
  timeoutMs?: number
}

class RefusedError extends Error {
  override name = 'RefusedError'
  readonly reason: FetchFailure
  constructor(reason: FetchFailure) {
    super(reason)
    this.reason = reason
  }
}

/** Which addresses may be reached, and a connection that goes nowhere else. */
export function createDoor(options: FetchOptions) {
  const { trustedOrigins = [], timeoutMs = TIMEOUT_MS } = options
  const resolve = options.resolve ?? resolveAll
  const isTrusted = (url: URL) => trustedOrigins.includes(url.origin)

  const toUrl = (text: string): URL => {
    const known = URL.canParse(text) ? new URL(text) : undefined
    const url = known && isTrusted(known) ? known : parsePublicUrl(text)
    if (url) return url
    throw new RefusedError(isInner(known) ? 'private_address' : 'bad_address')
  }

  const connectTo = (url: URL): buildConnector.connector => {
    const connect = buildConnector({ timeout: timeoutMs, allowH2: false })
    if (isTrusted(url)) return connect
    return (target, done) => {
      pin(target.hostname, resolve).then(
        (address) => {
          const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80)
          const dialed = options.dial?.(address, port) ?? { host: address, port }
          connect({ ...target, hostname: dialed.host, port: String(dialed.port) }, done)
        },
        (error: Error) => done(error, null),
      )
    }
  }

  return { toUrl, connectTo }
}

/**
 * The one way to an address that a stranger chose. A name is resolved once, every address it has
 * must be public, and the connection goes to the address that was checked: a second answer of the
 * resolver changes nothing. Each redirect is checked anew. Nothing of the company goes along.
 */
export function createGuardedFetch(options: FetchOptions = {}): GuardedFetch {
  const { timeoutMs = TIMEOUT_MS } = options
  const { toUrl, connectTo } = createDoor(options)

  async function follow(first: string, wish: FetchWish, signal: AbortSignal): Promise<Fetched> {
    let text = first
    for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
      const url = toUrl(text)
      const agent = new Agent({ connect: connectTo(url) })
      try {
        const response = await request(url, { dispatcher: agent, signal, headers: toHeaders(wish) })
        const next = redirectOf(response, url)
        if (next === undefined) return await read(response, url, wish)
        leave(response.body)
        text = next
      } finally {
        agent.destroy().catch(() => {})
      }
    }
    throw new RefusedError('too_many_redirects')
  }

  return async (url, wish) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      return await follow(url, wish, signal)
    } catch (error) {
      return { ok: false, reason: toReason(error, signal) }
    }
  }
}

/** The address to connect to; throws unless all that a name has are public. */
async function pin(host: string, resolve: (host: string) => Promise<string[]>): Promise<string> {
  const literal = host.replace(/^\[|\]$/g, '')
  const addresses = isIP(literal) ? [literal] : await resolve(literal)
  const [first] = addresses
  if (first === undefined) throw new RefusedError('unreachable')
  if (!addresses.every(isPublicAddress)) throw new RefusedError('private_address')
  return first
}

async function resolveAll(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  // Where a machine has no IPv6 of its own, the first answer must still be one it can reach.
  const byFamily = found.sort((a, b) => a.family - b.family)
  return byFamily.map(({ address }) => address)
}

function toHeaders({ types }: FetchWish): Record<string, string> {
  const accept = types.test('text/html') ? 'text/html,application/xhtml+xml' : 'image/*'
  return { 'user-agent': USER_AGENT, accept, 'accept-encoding': 'identity' }
}

function redirectOf(response: Dispatcher.ResponseData, from: URL): string | undefined {
  const { location } = response.headers
  const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode)
  if (!isRedirect || typeof location !== 'string') return undefined
  if (!URL.canParse(location, from)) throw new RefusedError('bad_address')
  return new URL(location, from).href
}

async function read(
  response: Dispatcher.ResponseData,
  url: URL,
  wish: FetchWish,
): Promise<Fetched> {
  const { statusCode, headers, body } = response
  try {
    if (statusCode !== 200) throw new RefusedError(statusCode >= 500 ? 'unreachable' : 'refused')
    const encoding = headers['content-encoding']
    if (encoding && encoding !== 'identity') throw new RefusedError('encoded')
    const [type = '', ...parameters] = String(headers['content-type'] ?? '').split(';')
    const mimeType = type.trim().toLowerCase()
    if (!wish.types.test(mimeType)) throw new RefusedError('wrong_type')
    const charset = /charset="?([\w-]+)/i.exec(parameters.join(';'))?.[1]
    const bytes = await readBody(body, Number(headers['content-length'] ?? 0), wish)
    return { ok: true, url: url.href, mimeType, charset, bytes }
  } finally {
    leave(body)
  }
}

async function readBody(body: Readable, announced: number, wish: FetchWish): Promise<Buffer> {
  const { bytesMax, whenLarger } = wish
  if (whenLarger === 'refuse' && announced > bytesMax) throw new RefusedError('too_large')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size <= bytesMax) continue
    if (whenLarger === 'refuse') throw new RefusedError('too_large')
    break
  }
  return Buffer.concat(chunks).subarray(0, bytesMax)
}

/** A body nobody reads to its end; undici reports that as an error of the stream. */
function leave(body: Readable): void {
  body.on('error', () => {}).destroy()
}

function isInner(url: URL | undefined): boolean {
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

/** Why nothing came back, as one of our own words. */
export function toReason(error: unknown, signal: AbortSignal): FetchFailure {
  if (signal.aborted) return 'timeout'
  if (error instanceof RefusedError) return error.reason
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof RefusedError) return cause.reason
  const isSlow = error instanceof Error && /Timeout/.test(error.name)
  return isSlow ? 'timeout' : 'unreachable'
}
