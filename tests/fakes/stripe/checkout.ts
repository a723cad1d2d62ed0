import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest, Params } from '../http/exchange.ts'
import { invalid, missing, unknownObject } from './errors.ts'
import { readBrackets, textAt, textsAt } from './form.ts'
import { unknownParameter } from './objects.ts'
import { render } from './world.ts'
import type { FakeSession, World } from './world.ts'

const KNOWN = [
  ...['mode', 'customer', 'client_reference_id', 'metadata', 'success_url', 'cancel_url'],
  ...['expires_at', 'line_items', 'payment_intent_data', 'currency'],
  ...['locale', 'setup_intent_data'],
]
const SHORTEST_S = 30 * 60
const LONGEST_S = 24 * 60 * 60

/** Sessions of the vendor's own page, as its API makes, shows and ends them. */
export function createCheckout(
  world: World,
  pageOf: (id: string) => string,
  tell: (type: string, object: unknown) => void,
) {
  /** a session nobody paid in time is over */
  function find(id: string): FakeSession | undefined {
    const session = world.sessions.get(id)
    if (session?.status === 'open' && session.expiresAt <= world.seconds()) end(session)
    return session
  }

  function end(session: FakeSession): void {
    session.status = 'expired'
    tell('checkout.session.expired', show(session, false))
  }

  function show(session: FakeSession, expands: boolean) {
    const intent = session.intent ? world.intents.get(session.intent) : undefined
    return render.session(session, intent, pageOf(session.id), expands)
  }

  function create(request: FakeRequest): FakeReply {
    const fields = readBrackets(request.body.toString())
    const wrong = unknownParameter(fields, KNOWN)
    if (wrong) return wrong
    const mode = textAt(fields, 'mode')
    if (mode !== 'payment' && mode !== 'setup') return missing('mode')
    const [successUrl, cancelUrl] = [textAt(fields, 'success_url'), textAt(fields, 'cancel_url')]
    if (!successUrl || !URL.canParse(successUrl)) return missing('success_url')
    const customer = textAt(fields, 'customer') ?? ''
    if (!world.customers.has(customer)) return unknownObject(customer)
    const price = (...path: string[]) => textAt(fields, 'line_items', '0', ...path)
    const amount = Number(price('price_data', 'unit_amount')) * Number(price('quantity'))
    if (mode === 'payment' && !(amount > 0 && Number.isInteger(amount)))
      return missing('line_items')
    const expiresAt = Number(textAt(fields, 'expires_at') ?? world.seconds() + LONGEST_S)
    const left = expiresAt - world.seconds()
    if (left < SHORTEST_S - 60 || left > LONGEST_S)
      return invalid('invalid_expires_at', 'The `expires_at` timestamp is out of range')
    const session: FakeSession = {
      ...{ id: world.nextId('cs_test'), mode, status: 'open', customer, expiresAt },
      ...{ tenantId: textAt(fields, 'client_reference_id') ?? '', successUrl },
      ...{ metadata: textsAt(fields, 'metadata'), cancelUrl: cancelUrl ?? successUrl },
      amount: mode === 'payment' ? amount : 0,
      currency: textAt(fields, 'currency') ?? price('price_data', 'currency') ?? '',
      label: price('price_data', 'product_data', 'name') ?? '',
      ...{ intent: null, setupMethod: null },
      keeps: textAt(fields, 'payment_intent_data', 'setup_future_usage') === 'off_session',
      intentMetadata: textsAt(fields, 'payment_intent_data', 'metadata'),
    }
    world.sessions.set(session.id, session)
    return json(show(session, false))
  }

  return {
    ...{ create, find, show },
    read: (request: FakeRequest, { id = '' }: Params) => {
      const session = find(id)
      const expands = request.query.toString().includes('payment_intent')
      return session ? json(show(session, expands)) : unknownObject(id)
    },
    expire: (_request: FakeRequest, { id = '' }: Params) => {
      const session = find(id)
      if (!session) return unknownObject(id)
      if (session.status !== 'open')
        return invalid(
          'resource_missing',
          'Only Checkout Sessions with a status open can be expired',
        )
      end(session)
      return json(show(session, false))
    },
  }
}
