import { createBackground } from '../http/background.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { answerFrom, route } from '../http/router.ts'
import { listen } from '../http/server.ts'
import { createCheckout } from './checkout.ts'
import { invalid, missing, refuse, unknownObject } from './errors.ts'
import { createTeller } from './events.ts'
import { readBrackets, textAt } from './form.ts'
import { createObjects } from './objects.ts'
import { createPages } from './pages.ts'
import { createWorld } from './world.ts'

export type StripeFakeOptions = { port?: number; secretKey?: string; webhookSecret?: string }
export type StripeFake = Awaited<ReturnType<typeof startStripeFake>>
/** `rate`: 429; `broken`: 500; `drop`: the work is done and the answer lost. */
type Fault = 'rate' | 'broken' | 'hang' | 'drop'

const VERSION = /^\d{4}-\d{2}-\d{2}\.[a-z]+$/

/**
 * The parts of Stripe that billing uses, over HTTP: checks key, version, form and idempotency
 * keys of what it gets, draws the pages where cards are typed, and signs what it tells.
 */
export async function startStripeFake(options: StripeFakeOptions = {}) {
  const { secretKey = 'sk_test_demo', webhookSecret = 'whsec_demo_0123456789' } = options
  const world = createWorld()
  const background = createBackground()
  const teller = createTeller(world, background, webhookSecret)
  const requests: { method: string; path: string; headers: Record<string, string> }[] = []
  const answered = new Map<string, { body: string; reply: FakeReply }>()
  let faults: Fault[] = []
  let url = ''
  const tell = (type: string, object: unknown) => teller.tell(teller.make(type, object))
  const checkout = createCheckout(world, (id) => `${url}/c/pay/${id}`, tell)
  const objects = createObjects(world, tell)
  const pages = createPages({ world, checkout, make: teller.make, tell: teller.tell })

  const api = [
    route('POST', '/v1/customers', objects.createCustomer),
    route('POST', '/v1/customers/:id', objects.updateCustomer),
    route('GET', '/v1/customers/:id', objects.readCustomer),
    route('POST', '/v1/payment_intents', objects.createIntent),
    route('GET', '/v1/payment_intents/:id', objects.readIntent),
    route('POST', '/v1/refunds', objects.createRefund),
    route('GET', '/v1/refunds', objects.listRefunds),
    route('POST', '/v1/checkout/sessions', checkout.create),
    route('GET', '/v1/checkout/sessions/:id', checkout.read),
    route('POST', '/v1/checkout/sessions/:id/expire', checkout.expire),
    route('POST', '/v1/billing_portal/sessions', openPortal),
  ]
  const own = [
    route('GET', '/c/pay/:id', pages.show),
    route('POST', '/c/pay/:id', pages.pay),
    route('GET', '/p/session/:id', pages.portal),
    route('POST', '/p/session/:id', pages.leaveCard),
  ]

  function openPortal(request: FakeRequest): FakeReply {
    const fields = readBrackets(request.body.toString())
    const customer = textAt(fields, 'customer') ?? ''
    const back = textAt(fields, 'return_url')
    if (!world.customers.has(customer)) return unknownObject(customer)
    if (!back) return missing('return_url')
    const address = `${url}/p/session/${customer}?back=${encodeURIComponent(back)}`
    return json({ id: world.nextId('bps'), object: 'billing_portal.session', url: address })
  }

  async function answer(request: FakeRequest): Promise<FakeReply> {
    if (!request.path.startsWith('/v1/'))
      return (await answerFrom(own, request)) ?? unknownObject(request.path)
    const { method, path, headers } = request
    requests.push({ method, path, headers })
    const fault = faults.shift()
    if (fault === 'rate')
      return refuse(429, {
        type: 'invalid_request_error',
        code: 'rate_limit',
        message: 'Slow down',
      })
    if (fault === 'broken') return refuse(500, { type: 'api_error', message: 'Something is wrong' })
    if (fault === 'hang') return { silence: 'hang' }
    const reply = withRequestId(check(request) ?? (await once(request)))
    return fault === 'drop' ? { silence: 'drop' } : reply
  }

  function check({ headers, method, body }: FakeRequest): FakeReply | undefined {
    if (headers['authorization'] !== `Bearer ${secretKey}`)
      return refuse(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' })
    if (!VERSION.test(headers['stripe-version'] ?? ''))
      return invalid('invalid_api_version', 'Invalid Stripe-Version')
    const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    if (method === 'POST' && body.length > 0 && !isForm)
      return invalid('parameter_invalid', 'Send a form')
    return undefined
  }

  /** What was asked with a key before is answered as before, and not done again. */
  async function once(request: FakeRequest): Promise<FakeReply> {
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
    const body = `${request.path}?${request.body.toString()}`
    const known = key ? answered.get(key) : undefined
    if (known && known.body !== body)
      return refuse(400, { type: 'idempotency_error', message: 'Same key, other parameters' })
    if (known) return known.reply
    const reply = (await answerFrom(api, request)) ?? unknownObject(request.path)
    if (key && !('status' in reply && reply.status >= 500)) answered.set(key, { body, reply })
    return reply
  }

  function withRequestId(reply: FakeReply): FakeReply {
    if (!('status' in reply)) return reply
    return { ...reply, headers: { ...reply.headers, 'request-id': world.nextId('req') } }
  }

  const server = await listen(answer, options)
  url = server.url
  return {
    ...{ url, secretKey, webhookSecret, world, requests, events: teller.sent },
    /** where events go */
    tellTo: teller.tellTo,
    behave: teller.behave,
    ...{ deliver: teller.deliver, make: teller.make, complete: pages.complete },
    fail: (...kinds: Fault[]) => void (faults = [...faults, ...kinds]),
    settled: () => background.settled(),
    close: async () => {
      background.stop()
      await server.close()
    },
  }
}
