import type { Request, Response } from 'express'
import type { Channel, ChannelEnv } from '#app/channels/channel.ts'
import { channels } from '#app/channels/registry.ts'
import { answerHandshake, whatsAppWebhook } from '#app/channels/whatsapp-cloud/webhook.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { WireRoute } from '../declaration.ts'
import { storeAppLevelWebhook } from './app-level.server.ts'
import { insideTenant, storeWebhook } from './store-event.server.ts'
import type { WebhookStatus } from './store-event.server.ts'

const RETRY_AFTER_SECONDS = '10'
const PUBLIC = { access: 'public', csrf: false } as const

/** The addresses that vendors call: one per endpoint on every host, and the operator's own. */
export function webhookRoutes(runtime: Runtime, env: ChannelEnv): WireRoute[] {
  const kinds: Channel[] = Object.values(channels)
  return [...kinds.flatMap((one) => endpointRoutes(runtime, env, one)), ...appRoutes(runtime, env)]
}

function endpointRoutes(runtime: Runtime, env: ChannelEnv, channel: Channel): WireRoute[] {
  const { kind, webhook } = channel
  if (!webhook) return []
  const place = { ...PUBLIC, surface: 'any', path: `/webhooks/${kind}/:key` } as const
  const post: WireRoute = {
    ...{ ...place, method: 'POST', body: 'raw', bodyMax: webhook.bodyMax },
    run: async (request, response) => {
      const key = request.params['key'] ?? ''
      answer(response, await storeWebhook(runtime, { kind, key, request: toCall(request), env }))
    },
  }
  if (!webhook.handshake) return [post]
  const get: WireRoute = {
    ...{ ...place, method: 'GET', body: 'none' },
    run: (request, response) =>
      isHead(request, response) ? undefined : shakeHands(runtime, env, channel, request, response),
  }
  return [get, post]
}

function appRoutes(runtime: Runtime, env: ChannelEnv): WireRoute[] {
  const place = { ...PUBLIC, surface: 'app', path: '/webhooks/whatsapp-cloud' } as const
  return [
    {
      ...{ ...place, method: 'GET', body: 'none' },
      run: (request, response) => {
        if (isHead(request, response)) return
        answerHands(response, answerHandshake(request.query, env.whatsApp.verifyToken))
      },
    },
    {
      ...{ ...place, method: 'POST', body: 'raw', bodyMax: whatsAppWebhook.bodyMax },
      run: async (request, response) =>
        answer(response, await storeAppLevelWebhook(runtime, toCall(request), env)),
    },
  ]
}

async function shakeHands(
  runtime: Runtime,
  env: ChannelEnv,
  channel: Channel,
  request: Request,
  response: Response,
): Promise<void> {
  const address = runtime.endpoints.findByKey(request.params['key'] ?? '')
  if (address?.channel !== channel.kind) return answer(response, 404)
  const status = await insideTenant(runtime, address, (_db, { endpoint }) => {
    const reply = channel.webhook?.handshake?.(request.query, endpoint.settings, env)
    if (!reply) return 404
    answerHands(response, reply)
    return 200
  })
  if (!response.headersSent) answer(response, status)
}

/** Express takes HEAD for GET; no vendor asks so, and a handshake without a body says nothing. */
function isHead(request: Request, response: Response): boolean {
  if (request.method !== 'HEAD') return false
  response.status(405).setHeader('Allow', 'GET, POST')
  response.end()
  return true
}

/** The challenge is text from outside: plain, and never read as a page. */
function answerHands(
  response: Response,
  reply: { status: 200; body: string } | { status: 400 | 403 },
): void {
  response.status(reply.status).type('text/plain').setHeader('X-Content-Type-Options', 'nosniff')
  response.send('body' in reply ? reply.body : '')
}

function answer(response: Response, status: WebhookStatus): void {
  if (status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS)
  response.status(status).type('text/plain').end()
}

/** Without a body Express leaves an empty object behind. */
function toCall(request: Request) {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { rawBody, headers: request.headers }
}
