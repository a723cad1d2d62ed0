import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

const ROLE_KNOWN_FOR_MS = 1_000
const READ_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const SUPPORT_COOKIE = 'baraza_support'
/** Fly replays no larger request than this. */
const REPLAY_BYTES_MAX = 1_000_000
/** In the mount: how far behind the primary this node is, ms; 0 on the primary. */
const LAG_FILE = '.lag'

export type Role = 'primary' | 'replica'
export type Replication = ReturnType<typeof createReplication>

/**
 * What this node is. On a plain disk there is only one node, and it is the primary. Below a
 * LiteFS mount `.primary` exists on a connected replica and names the primary.
 *
 * @param litefsDir the mount, undefined on a plain disk
 */
export function createReplication(litefsDir: string | undefined) {
  let known: { role: Role; primary: string | undefined; at: number } | undefined

  function look(): { role: Role; primary: string | undefined } {
    if (!litefsDir) return { role: 'primary', primary: undefined }
    const now = Date.now()
    if (known && now - known.at < ROLE_KNOWN_FOR_MS) return known
    const path = join(litefsDir, '.primary')
    const primary = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
    known = { role: primary === undefined ? 'primary' : 'replica', primary, at: now }
    return known
  }

  /** How far behind the primary, ms; null where nothing is replicated or the mount does not say. */
  function lagMs(): number | null {
    const path = litefsDir && join(litefsDir, LAG_FILE)
    if (!path || !existsSync(path)) return null
    const lag = Number(readFileSync(path, 'utf8').trim())
    return Number.isFinite(lag) ? Math.abs(lag) : null
  }

  return { role: () => look().role, primary: () => look().primary, lagMs }
}

/**
 * Sends what would write to the primary: a replica's files are read-only. Small requests are
 * replayed by Fly's edge; one too large for that is refused with a clear status.
 */
export function replayWrites(replication: Replication): RequestHandler {
  return (request, response, next) => {
    if (replication.role() === 'primary') return next()
    // A visit for support is written down at every page.
    const isVisit = request.headers.cookie?.includes(`${SUPPORT_COOKIE}=`)
    if (READ_METHODS.has(request.method) && !isVisit) return next()
    const primary = replication.primary()
    if (!primary) {
      response.setHeader('Retry-After', '2')
      return void response.status(503).json({ code: 'no_primary' })
    }
    if (Number(request.headers['content-length'] ?? 0) > REPLAY_BYTES_MAX) {
      return void response.status(413).json({ code: 'too_large_to_replay' })
    }
    response.setHeader('fly-replay', `instance=${primary}`)
    response.status(409).end()
  }
}
