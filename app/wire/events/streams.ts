import type { Request, Response } from 'express'
import { can } from '#app/domain/members/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { findPortalPerson } from '#app/server/support/portal-person.server.ts'
import { onTenantSignal } from '#app/tenancy/signals.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { beginToFollow, tellNew } from './follow.ts'
import type { Follower } from './follow.ts'
import type { Frame } from './frames.ts'
import { toText } from './frames.ts'
import {
  BACKLOG_BYTES_MAX,
  GATHER_MS,
  HEARTBEAT_MS,
  RETRY_MS,
  SESSION_CHECK_MS,
  STREAMS_PER_MEMBER_MAX,
} from './limits.ts'

export type EventStreams = ReturnType<typeof createEventStreams>

type Stream = { memberKey: string; end: (reason: 'session' | 'closed') => void }

/**
 * The live pages of every company. A stream holds no company file: it opens one for the moment
 * of a read, and each read asks anew who is signed in and what they reach.
 */
export function createEventStreams(runtime: Runtime) {
  const streams = new Set<Stream>()

  /** Answers with a stream that ends with the page, the session or the process. */
  function open(request: Request, response: Response, portal: PortalContext): void {
    const { isSecure, services } = portal
    const cookies = request.headers.cookie
    const memberKey = `${portal.tenant.id}:${portal.member?.id}`
    portal.releaseDb()
    if (countOf(memberKey) >= STREAMS_PER_MEMBER_MAX) {
      response.setHeader('Retry-After', '30')
      return void response.status(429).json({ code: 'too_many_streams' })
    }
    begin(response)
    const read = createReader(runtime, {
      tenantId: portal.tenant.id,
      find: (tenantId, db) =>
        findPortalPerson(services.support, { tenantId, db, cookies, isSecure }).member,
    })
    const stream: Stream = { memberKey, end: run(response, read, afterOf(request)) }
    streams.add(stream)
    const stopListening = onTenantSignal(portal.tenant.id, 'changes', () => read.soon())
    response.once('close', () => {
      streams.delete(stream)
      stopListening()
      read.stop()
    })
  }

  function countOf(memberKey: string): number {
    return [...streams].filter((stream) => stream.memberKey === memberKey).length
  }

  /** Ends every stream, so that a stopping process need not wait for them. */
  function closeAll(): void {
    for (const stream of streams) stream.end('closed')
  }

  return { open, closeAll, count: () => streams.size }
}

type Reader = ReturnType<typeof createReader>
type ReadBy = {
  tenantId: string
  /** who listens, as things stand now */
  find: (tenantId: string, db: TenantDb) => SignedInMember | undefined
}

/** Runs short reads as the person behind a session, now and then and after signals. */
function createReader(runtime: Runtime, of: ReadBy) {
  const { log } = runtime
  let timer: NodeJS.Timeout | undefined
  let onSoon = () => {}

  /**
   * Called by timers too, where an error would end the process. A file that cannot be read now
   * may be readable at the next look.
   *
   * @returns false when the person may not listen any more
   */
  function look(work: (db: TenantDb, member: SignedInMember) => void): boolean {
    try {
      return now(work)
    } catch (err) {
      log.warn({ surface: 'stream', tenant: of.tenantId, err }, 'a live page was not told')
      return true
    }
  }

  function now(work: (db: TenantDb, member: SignedInMember) => void): boolean {
    const entry = runtime.directory.findById(of.tenantId)
    if (entry?.status !== 'active') return false
    const db = runtime.tenancy.acquire(entry)
    try {
      const member = of.find(of.tenantId, db)
      if (!member || !can(member, 'conversations.read')) return false
      work(db, member)
      return true
    } finally {
      runtime.tenancy.release(entry.id, db)
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      onSoon()
    }, GATHER_MS)
  }

  return {
    ...{ look, soon, stop: () => clearTimeout(timer) },
    listen: (listener: () => void) => void (onSoon = listener),
  }
}

function run(response: Response, read: Reader, after: number | undefined): Stream['end'] {
  let follower: Follower | undefined
  const checks = setInterval(tell, SESSION_CHECK_MS)
  const beats = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  response.once('close', () => {
    clearInterval(checks)
    clearInterval(beats)
  })

  function send(frames: Frame[]): void {
    if (response.writableLength > BACKLOG_BYTES_MAX) return void response.destroy()
    if (frames.length > 0) response.write(frames.map(toText).join(''))
  }

  function tell(): void {
    if (response.writableEnded || response.destroyed) return
    const isAllowed = read.look((db, member) => {
      if (follower) return send(tellNew(db, member, follower))
      const begun = beginToFollow(db, member, after)
      follower = begun.follower
      send([{ event: 'ready', data: { at: follower.lastId } }, ...begun.frames])
    })
    if (!isAllowed) end('session')
  }

  function end(reason: 'session' | 'closed'): void {
    if (response.writableEnded) return
    response.end(toText({ event: 'end', data: reason }))
  }

  read.listen(tell)
  tell()
  return end
}

function begin(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  response.write(`retry: ${RETRY_MS}\n\n`)
}

/** The browser repeats the last id it saw by itself; a fresh page says it in the address. */
function afterOf(request: Request): number | undefined {
  const given = request.headers['last-event-id'] ?? request.query['after']
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined
}
