import type { Request, Response } from 'express'
import type { z } from 'zod'
import { connect } from '#app/channels/connect.server.ts'
import type { ConnectedEndpoint } from '#app/channels/channel.ts'
import type { WebChatSettings } from '#app/channels/web-chat/settings.ts'
import { findVisitor } from '#app/channels/web-chat/visitors.server.ts'
import type { Visitor } from '#app/channels/web-chat/visitors.server.ts'
import { addressKey } from '#app/credentials/throttle.server.ts'
import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { parseHost } from '#app/tenancy/host.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChatLimit, ChatLimits } from './limits.ts'

const PREFLIGHT_MAX_AGE_S = '600'

/** A request of a website's visitor, inside the one company its key leads to. */
export type Chat = {
  db: TenantDb
  entry: DirectoryEntry
  endpoint: ConnectedEndpoint<WebChatSettings>
  request: Request
  response: Response
  /** who is asking, for limits */
  address: string
}

export type VisitorChat = Chat & { visitor: Visitor; token: string }

/** Refused with a code and no word more. */
export class ChatRefusal extends Error {
  override name = 'ChatRefusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

export type ChatDoor = ReturnType<typeof createChatDoor>

/**
 * The way into a company for its website's visitors: the key in the address names the endpoint,
 * the browser's Origin must be one of its websites, and the company must be there for visitors.
 */
export function createChatDoor(runtime: Runtime, waitFor: ChatLimits) {
  async function enter(
    request: Request,
    response: Response,
    work: (chat: Chat) => Promise<void> | void,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    const at = runtime.endpoints.findByKey(request.params['key'] ?? '')
    const entry = at?.channel === 'web-chat' ? runtime.directory.findById(at.tenantId) : undefined
    if (!at || !entry) return refuse(response, 404, 'not_found')
    await runtime.tenancy.withTenant(entry, async (db) => {
      const connection = connect(db, at.endpointId)
      if (!connection) return refuse(response, 404, 'not_found')
      const endpoint = connection.endpoint as ConnectedEndpoint<WebChatSettings>
      if (!allowOrigin(runtime, request, response, { entry, endpoint })) {
        return refuse(response, 403, 'origin_not_allowed')
      }
      const isOpen = entry.status === 'active' && connection.row.status === 'active'
      if (!isOpen) return refuse(response, 403, 'unavailable')
      const address = addressKey(request.ip ?? '')
      await answer(response, () => work({ db, entry, endpoint, request, response, address }))
    })
  }

  /** The same for who has a visit. */
  function enterAsVisitor(
    request: Request,
    response: Response,
    work: (chat: VisitorChat) => Promise<void> | void,
  ): Promise<void> {
    return enter(request, response, (chat) => {
      const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
      const visitor = token && findVisitor(chat.db, chat.endpoint.id, token)
      if (!token || !visitor) throw new ChatRefusal(401, 'no_session')
      return work({ ...chat, visitor, token })
    })
  }

  /** @throws ChatRefusal when too much was asked for */
  async function limit(
    { response, endpoint, entry }: Chat,
    counted: Partial<Record<ChatLimit, string | number>>,
  ): Promise<void> {
    const keys = Object.fromEntries(
      Object.entries(counted).map(([name, key]) => [name, `${entry.id}:${endpoint.id}:${key}`]),
    )
    const waitS = await waitFor(keys)
    if (waitS === undefined) return
    response.setHeader('Retry-After', String(waitS))
    throw new ChatRefusal(429, 'too_many_requests')
  }

  return { enter, enterAsVisitor, limit, runtime }
}

/** Answers a browser's question whether a page of another website may ask. */
export function answerPreflight({ response }: Chat): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-file-name')
  response.setHeader('Access-Control-Max-Age', PREFLIGHT_MAX_AGE_S)
  response.status(204).end()
}

/** @throws ChatRefusal when the body is no JSON or not of this shape */
export function readBody<T>(request: Request, schema: z.ZodType<T>): T {
  const bytes: unknown = request.body
  try {
    const text = Buffer.isBuffer(bytes) && bytes.length > 0 ? bytes.toString('utf8') : '{}'
    const read = schema.safeParse(JSON.parse(text))
    if (read.success) return read.data
  } catch {
    throw new ChatRefusal(400, 'bad_json')
  }
  throw new ChatRefusal(422, 'invalid')
}

async function answer(response: Response, work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ChatRefusal)) throw error
    refuse(response, error.status, error.code)
  }
}

function refuse(response: Response, status: number, code: string): void {
  response.status(status).json({ code })
}

/**
 * A request without an Origin comes from no other website's script. Cookies play no part here,
 * so nothing can be done in somebody's name that their token does not allow.
 */
function allowOrigin(
  runtime: Runtime,
  request: Request,
  response: Response,
  of: { entry: DirectoryEntry; endpoint: ConnectedEndpoint<WebChatSettings> },
): boolean {
  response.vary('Origin')
  const { origin } = request.headers
  if (origin === undefined) return true
  const { allowedOrigins } = of.endpoint.settings
  if (!allowedOrigins.includes(origin) && !isOwnHost(runtime, origin, of.entry)) return false
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
  return true
}

/** The company's own chat page on its own host. */
function isOwnHost(runtime: Runtime, origin: string, entry: DirectoryEntry): boolean {
  if (!URL.canParse(origin)) return false
  const target = parseHost(new URL(origin).host, runtime.env.ROOT_DOMAIN)
  if (target.kind === 'portal') return target.slug === entry.slug
  return target.kind === 'custom' && runtime.directory.findByHost(target.host)?.id === entry.id
}
