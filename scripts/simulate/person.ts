import { Agent, request } from 'node:http'
import { SLUG } from './company.ts'
import type { Staff } from './company.ts'
import type { Ledger } from './ledger.ts'

/** A connection for each request: one that is kept may be closed just as it is used again. */
const connections = new Agent({ keepAlive: false })
/** Said no for a reason: gone meanwhile, not theirs any more, not possible now. */
const REFUSED = new Set([400, 403, 404, 409, 422])

export type Answer = { status: number; body: string; location: string }
export type Person = Staff & {
  get: (path: string) => Promise<Answer>
  /** @returns whether it was done */
  post: (path: string, form?: Record<string, string>) => Promise<boolean>
}

/** Somebody at a browser: asks for pages and sends forms, as a page without scripts does. */
export function createPerson(staff: Staff, port: number, ledger: Ledger): Person {
  const host = `${SLUG}.localhost:${port}`

  async function ask(method: string, path: string, body?: string): Promise<Answer> {
    ledger.requests += 1
    const answer = await call(port, method, path, body, {
      ...{ host, cookie: staff.cookie, origin: `http://${host}` },
      'content-type': 'application/x-www-form-urlencoded',
    })
    const isFine = answer.status < 400 || REFUSED.has(answer.status)
    const wasSignedOut = answer.location.startsWith('/login')
    if (!isFine || (wasSignedOut && !ledger.left.includes(staff.id))) {
      const place = `${method} ${path.replace(/\d+/g, ':id')} ${answer.status}`
      ledger.broken.set(place, (ledger.broken.get(place) ?? 0) + 1)
    }
    return answer
  }

  return {
    ...staff,
    get: (path) => ask('GET', path),
    post: async (path, form = {}) => {
      const fields = new URLSearchParams({ ...form, returnTo: '/conversations' })
      const { status, location } = await ask('POST', path, fields.toString())
      // What was done sends on; a form that was refused comes back, or says its problem.
      return status >= 300 && status < 400 && !/^\/login|[?&]problem=/.test(location)
    },
  }
}

/** The numbers in a page's links of one kind, in their order. */
export function idsIn(body: string, pattern: RegExp): number[] {
  return [...new Set([...body.matchAll(pattern)].map((found) => Number(found[1])))]
}

function call(
  port: number,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, agent: connections },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            ...{ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() },
            location: incoming.headers.location ?? '',
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
