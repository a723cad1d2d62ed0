import { randomBytes } from 'node:crypto'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest, Params } from '../http/exchange.ts'
import { answerFrom, route } from '../http/router.ts'
import { listen } from '../http/server.ts'
import { decryptPush, makeEcdh } from './decrypt.ts'
import type { Browser } from './decrypt.ts'
import { checkVapid } from './vapid.ts'

const BODY_BYTES_MAX = 4_096

/** What `PushManager.subscribe()` gives a page. */
export type FakeSubscription = { endpoint: string; keys: { p256dh: string; auth: string } }

export type ReceivedPush = {
  message: { title: string; body: string; url: string; tag: string }
  urgency: string
  ttlS: number
  /** the sender's public key */
  key: string
}

type Fault = { status: number; retryAfter?: string } | { silence: 'hang' | 'drop' }
type Device = Browser & {
  received: ReceivedPush[]
  isGone: boolean
  faults: Fault[]
  tries: number
}

export type PushFake = Awaited<ReturnType<typeof startPushFake>>

/**
 * A push service (RFC 8030) with its browsers: takes only what a real one takes, opens what it
 * takes as the browser would, and can misbehave. Other processes use the same over HTTP:
 * `POST /_control/subscriptions`, `GET /_control/subscriptions/:id`, `POST …/:id/faults`.
 */
export async function startPushFake(options: { port?: number } = {}) {
  const devices = new Map<string, Device>()
  const refusals: string[] = []
  const server = await listen((request) => answer(request), options)

  const control = [
    route('POST', '/_control/subscriptions', () => json(subscribe(), 201)),
    route('GET', '/_control/subscriptions/:id', (_request, params) => {
      const device = deviceOf(params)
      return device ? json({ received: device.received, tries: device.tries }) : notFound
    }),
    route('POST', '/_control/subscriptions/:id/faults', (request, params) => {
      deviceOf(params)?.faults.push(JSON.parse(request.body.toString()) as Fault)
      return json({})
    }),
  ]

  function answer(request: FakeRequest): FakeReply | Promise<FakeReply> {
    const own = route('POST', '/push/:id', (_request, params) => take(request, params))
    return answerFrom([...control, own], request) ?? notFound
  }

  function take(request: FakeRequest, params: Params): FakeReply {
    const device = deviceOf(params)
    if (!device) return notFound
    device.tries += 1
    const fault = device.faults.shift()
    if (fault) return toReply(fault)
    if (device.isGone) return json({ reason: 'gone' }, 410)
    const refuse = (status: number, problem: string) => {
      refusals.push(problem)
      return json({ problem }, status)
    }
    const vapid = checkVapid(request.headers['authorization'], server.url)
    if (!vapid.ok) return refuse(403, vapid.problem)
    const { ttl, urgency = 'normal' } = request.headers
    if (!/^\d+$/.test(ttl ?? '')) return refuse(400, 'no TTL')
    if (request.headers['content-encoding'] !== 'aes128gcm') return refuse(400, 'not aes128gcm')
    if (request.body.length > BODY_BYTES_MAX) return refuse(413, 'too large')
    try {
      const message = JSON.parse(decryptPush(request.body, device)) as ReceivedPush['message']
      device.received.push({ message, urgency, ttlS: Number(ttl), key: vapid.key })
    } catch (error) {
      // A real service cannot see this; the browser would stay silent.
      return refuse(400, `not readable: ${String(error)}`)
    }
    return json({}, 201)
  }

  function deviceOf(params: Params): Device | undefined {
    return devices.get(params['id'] ?? '')
  }

  /** A browser turns notifications on. */
  function subscribe(): FakeSubscription {
    const id = randomBytes(12).toString('hex')
    const device = { ecdh: makeEcdh(), auth: randomBytes(16), received: [], isGone: false }
    devices.set(id, { ...device, faults: [], tries: 0 })
    const p256dh = device.ecdh.getPublicKey().toString('base64url')
    const keys = { p256dh, auth: device.auth.toString('base64url') }
    return { endpoint: `${server.url}/push/${id}`, keys }
  }

  const find = ({ endpoint }: { endpoint: string }) =>
    devices.get(endpoint.split('/').at(-1) ?? '') as Device

  return {
    url: server.url,
    /** why it refused what it refused, oldest first */
    refusals,
    subscribe,
    received: (subscription: FakeSubscription) => find(subscription).received,
    tries: (subscription: FakeSubscription) => find(subscription).tries,
    /** answers the next push so instead */
    fault: (subscription: FakeSubscription, ...faults: Fault[]) =>
      void find(subscription).faults.push(...faults),
    /** the browser was uninstalled, or told to stop */
    retire: (subscription: FakeSubscription) => void (find(subscription).isGone = true),
    close: server.close,
  }
}

const notFound = json({ reason: 'unknown subscription' }, 404)

function toReply(fault: Fault): FakeReply {
  if ('silence' in fault) return fault
  const headers = fault.retryAfter ? { 'retry-after': fault.retryAfter } : undefined
  return json({}, fault.status, headers)
}
