import { Agent, request } from 'undici'
import type { GuardedPost } from '#app/platform/alerts/deliver.server.ts'
import { createDoor, toReason } from './guarded-fetch.server.ts'
import type { FetchOptions } from './guarded-fetch.server.ts'

const TIMEOUT_MS = 8_000

/**
 * The way for what is posted to an address that a person typed: the same checks as the guarded
 * fetch, no redirects, and whatever is answered is not read.
 */
export function createGuardedPost(options: FetchOptions = {}): GuardedPost {
  const door = createDoor(options)
  return async (text, { body, headers }) => {
    const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    try {
      const url = door.toUrl(text)
      const agent = new Agent({ connect: door.connectTo(url) })
      try {
        const response = await request(url, {
          ...{ method: 'POST', dispatcher: agent, signal, body },
          headers: { ...headers, 'content-type': 'application/json' },
        })
        response.body.on('error', () => {}).destroy()
        const { statusCode } = response
        return statusCode < 300 ? { ok: true } : { ok: false, reason: `status ${statusCode}` }
      } finally {
        agent.destroy().catch(() => {})
      }
    } catch (error) {
      return { ok: false, reason: toReason(error, signal) }
    }
  }
}
