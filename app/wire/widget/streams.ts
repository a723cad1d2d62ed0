import type { Response } from 'express'
import { connect } from '#app/channels/connect.server.ts'
import { listConversationIds, listVisitorMessages } from '#app/channels/web-chat/history.server.ts'
import type { VisitorMessage } from '#app/channels/web-chat/history.server.ts'
import { noteReceipt } from '#app/channels/web-chat/receipts.server.ts'
import { onTyping } from '#app/channels/web-chat/typing.ts'
import { findVisitor } from '#app/channels/web-chat/visitors.server.ts'
import type { Visitor } from '#app/channels/web-chat/visitors.server.ts'
import { lastChangeId, listChangesAfter } from '#app/domain/changes/record.server.ts'
import type { Change } from '#app/domain/changes/record.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { onTenantSignal } from '#app/tenancy/signals.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { ChatRefusal } from './chat.ts'
import type { VisitorChat } from './chat.ts'
import { STREAMS_MAX, STREAMS_PER_VISITOR_MAX } from './limits.ts'

/** A burst of writes is read once. */
const GATHER_MS = 40
/** Where signals do not reach (another node wrote), and for visits and companies that ended. */
const CHECK_MS = 3_000
const HEARTBEAT_MS = 15_000
const BACKLOG_BYTES_MAX = 256 * 1024

type Frame =
  | { event: 'ready' | 'typing' | 'resync' | 'end'; data: null }
  | { event: 'messages'; data: VisitorMessage[] }

type Follower = { lastId: number }

export type ChatStreams = ReturnType<typeof createChatStreams>

/**
 * Live answers on the pages of visitors. Like the portal's streams these hold no company file
 * open, and each read asks anew whether the visit and the endpoint are still there.
 */
export function createChatStreams(runtime: Runtime) {
  const open = new Map<Response, string>()

  /** @throws ChatRefusal when there are too many */
  function begin(chat: VisitorChat): void {
    const { entry, endpoint, visitor, response } = chat
    const key = `${entry.id}:${endpoint.id}:${visitor.id}`
    const own = [...open.values()].filter((one) => one === key).length
    if (own >= STREAMS_PER_VISITOR_MAX || open.size >= STREAMS_MAX) {
      throw new ChatRefusal(429, 'too_many_streams')
    }
    open.set(response, key)
    const stop = follow(runtime, chat)
    response.once('close', () => {
      open.delete(response)
      stop()
    })
  }

  function closeAll(): void {
    for (const response of open.keys()) response.end()
  }

  return { begin, closeAll, count: () => open.size }
}

/** @returns a function that ends the following */
function follow(runtime: Runtime, chat: VisitorChat): () => void {
  const { db, entry, endpoint, visitor, response } = chat
  const follower: Follower = { lastId: lastChangeId(db) }
  let timer: NodeJS.Timeout | undefined
  sendHead(response)
  write(response, [{ event: 'ready', data: null }])

  function look(): void {
    timer = undefined
    const frames = readQuietly(runtime, chat, (at, now) => tell(at, now, follower))
    if (frames) return write(response, frames)
    write(response, [{ event: 'end', data: null }])
    response.end()
  }

  const soon = () => void (timer ??= setTimeout(look, GATHER_MS))
  const stops = [
    onTenantSignal(entry.id, 'changes', soon),
    onTyping(endpoint.key, visitor.externalId, () =>
      write(response, [{ event: 'typing', data: null }]),
    ),
  ]
  const checks = setInterval(look, CHECK_MS)
  const beats = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  return () => {
    for (const stop of stops) stop()
    clearTimeout(timer)
    clearInterval(checks)
    clearInterval(beats)
  }
}

/** In a timer an error would end the process; a file not readable now may be at the next look. */
function readQuietly(...[runtime, chat, read]: Parameters<typeof readAsVisitor>) {
  try {
    return readAsVisitor(runtime, chat, read)
  } catch (err) {
    runtime.log.warn({ surface: 'stream', tenant: chat.entry.id, err }, 'a visitor was not told')
    return []
  }
}

/** @returns undefined when the visit, the endpoint or the company is no longer there */
function readAsVisitor(
  runtime: Runtime,
  { entry: { id }, endpoint, token }: VisitorChat,
  read: (db: TenantDb, visitor: Visitor) => Frame[],
): Frame[] | undefined {
  const entry = runtime.directory.findById(id)
  if (entry?.status !== 'active') return undefined
  const db = runtime.tenancy.acquire(entry)
  try {
    const visitor = findVisitor(db, endpoint.id, token)
    if (!visitor || connect(db, endpoint.id)?.row.status !== 'active') return undefined
    const frames = read(db, visitor)
    if (runtime.replication.role() === 'primary') noteDelivered(db, visitor, frames)
    return frames
  } finally {
    runtime.tenancy.release(id, db)
  }
}

/** What has happened since in this visitor's own conversations. */
function tell(db: TenantDb, visitor: Visitor, follower: Follower): Frame[] {
  const own = new Set(listConversationIds(db, visitor))
  const ids = new Set<number>()
  let isTyping = false
  for (;;) {
    const changes = listChangesAfter(db, follower.lastId)
    if (changes.length === 0) break
    if ((changes[0] as Change).id !== follower.lastId + 1) return resync(db, follower)
    follower.lastId = (changes.at(-1) as Change).id
    for (const { kind, conversationId, data } of changes) {
      if (conversationId === null || !own.has(conversationId)) continue
      if (typeof data['messageId'] === 'number') ids.add(data['messageId'])
      isTyping ||= kind === 'typing' && data['by'] === 'member'
    }
  }
  const items = ids.size > 0 ? listVisitorMessages(db, visitor, { ids: [...ids] }) : []
  const frames: Frame[] = isTyping ? [{ event: 'typing', data: null }] : []
  if (items.length > 0) frames.push({ event: 'messages', data: items.toReversed() })
  return frames
}

/** Old changes were pruned while nobody looked: the page asks for everything again. */
function resync(db: TenantDb, follower: Follower): Frame[] {
  follower.lastId = lastChangeId(db)
  return [{ event: 'resync', data: null }]
}

/** What goes down an open line has reached the visitor's page. */
function noteDelivered(db: TenantDb, visitor: Visitor, frames: Frame[]): void {
  const items = frames.flatMap((frame) => (frame.event === 'messages' ? frame.data : []))
  const upTo = Math.max(0, ...items.filter((one) => one.status === 'sent').map((one) => one.id))
  if (upTo > 0) noteReceipt(db, visitor, { status: 'delivered', upTo })
}

function sendHead(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
}

function write(response: Response, frames: Frame[]): void {
  if (response.writableEnded || response.destroyed || frames.length === 0) return
  if (response.writableLength > BACKLOG_BYTES_MAX) return void response.destroy()
  response.write(
    frames.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
  )
}
