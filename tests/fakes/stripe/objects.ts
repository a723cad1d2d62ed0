import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest, Params } from '../http/exchange.ts'
import { declined, invalid, missing, unknownObject } from './errors.ts'
import { pathsOf, readBrackets, textAt, textsAt } from './form.ts'
import type { FormFields } from './form.ts'
import { render, troubleOf } from './world.ts'
import type { FakeIntent, FakeRefund, World } from './world.ts'

const CUSTOMER = ['name', 'email', 'metadata', 'invoice_settings']
const INTENT = [
  ...['amount', 'currency', 'description', 'customer', 'payment_method', 'payment_method_types'],
  ...['off_session', 'confirm', 'metadata'],
]
const REFUND = ['payment_intent', 'amount', 'metadata', 'reason']

/** Customers, charges and refunds as the vendor's API takes and gives them. */
export function createObjects(world: World, tell: (type: string, object: unknown) => void) {
  const methodOf = (id: string | null) => (id ? world.methods.get(id) : undefined)

  function showCustomer(id: string, expands: boolean): FakeReply {
    const one = world.customers.get(id)
    if (!one) return unknownObject(id)
    return json(render.customer(one, methodOf(one.defaultMethod), expands))
  }

  function createCustomer(request: FakeRequest): FakeReply {
    const fields = readBrackets(request.body.toString())
    const wrong = unknownParameter(fields, CUSTOMER)
    if (wrong) return wrong
    const id = world.nextId('cus')
    const [name, email] = [textAt(fields, 'name') ?? '', textAt(fields, 'email') ?? '']
    const metadata = textsAt(fields, 'metadata')
    world.customers.set(id, { id, name, email, metadata, defaultMethod: null })
    return showCustomer(id, false)
  }

  function updateCustomer(request: FakeRequest, { id = '' }: Params): FakeReply {
    const fields = readBrackets(request.body.toString())
    const one = world.customers.get(id)
    if (!one) return unknownObject(id)
    const method = textAt(fields, 'invoice_settings', 'default_payment_method')
    if (method !== undefined && methodOf(method)?.customer !== id)
      return invalid('resource_missing', `No such PaymentMethod: '${method}'`)
    if (method !== undefined) one.defaultMethod = method
    tell('customer.updated', render.customer(one, methodOf(one.defaultMethod), false))
    return showCustomer(id, false)
  }

  function createIntent(request: FakeRequest): FakeReply {
    const fields = readBrackets(request.body.toString())
    const wrong = unknownParameter(fields, INTENT)
    if (wrong) return wrong
    const amount = textAt(fields, 'amount') ?? ''
    if (!/^[1-9]\d*$/.test(amount)) return invalid('parameter_invalid_integer', 'Invalid integer')
    const [customer, method] = [textAt(fields, 'customer'), textAt(fields, 'payment_method')]
    if (!customer) return missing('customer')
    const card = methodOf(method ?? null)
    if (card?.customer !== customer)
      return invalid('resource_missing', 'The PaymentMethod is not attached to this customer')
    const intent: FakeIntent = {
      ...{ id: world.nextId('pi'), amount: Number(amount), customer, method: card.id },
      ...{ currency: textAt(fields, 'currency') ?? '', metadata: textsAt(fields, 'metadata') },
      ...{ status: 'succeeded', keeps: false, refunded: 0 },
    }
    world.intents.set(intent.id, intent)
    const trouble = troubleOf(card.number, textAt(fields, 'off_session') === 'true')
    if (trouble) {
      intent.status = trouble === '3ds' ? 'requires_action' : 'requires_payment_method'
      tell('payment_intent.payment_failed', render.intent(intent))
      return declined(trouble, render.intent(intent))
    }
    tell('payment_intent.succeeded', render.intent(intent))
    return json(render.intent(intent))
  }

  function createRefund(request: FakeRequest): FakeReply {
    const fields = readBrackets(request.body.toString())
    const wrong = unknownParameter(fields, REFUND)
    if (wrong) return wrong
    const intent = world.intents.get(textAt(fields, 'payment_intent') ?? '')
    if (intent?.status !== 'succeeded') return unknownObject('payment_intent')
    const left = intent.amount - intent.refunded
    const amount = Number(textAt(fields, 'amount') ?? left)
    if (amount > left || amount <= 0)
      return invalid('charge_already_refunded', 'Refund amount is greater than unrefunded amount')
    intent.refunded += amount
    const id = world.nextId('re')
    const refund: FakeRefund = {
      ...{ id, intent: intent.id, amount, metadata: textsAt(fields, 'metadata') },
      status: world.refundsAre,
    }
    world.refunds.push(refund)
    return json(render.refund(refund))
  }

  function listRefunds(request: FakeRequest): FakeReply {
    const intent = request.query.get('payment_intent')
    const found = world.refunds.filter((one) => one.intent === intent)
    return json({ object: 'list', has_more: false, data: found.map(render.refund) })
  }

  return {
    ...{ createCustomer, updateCustomer, createIntent, createRefund, listRefunds },
    readCustomer: (request: FakeRequest, { id = '' }: Params) =>
      showCustomer(id, request.query.toString().includes('default_payment_method')),
    readIntent: (_request: FakeRequest, { id = '' }: Params) => {
      const one = world.intents.get(id)
      return one ? json(render.intent(one)) : unknownObject(id)
    },
  }
}

/** The vendor takes no name it does not know. */
export function unknownParameter(fields: FormFields, known: string[]): FakeReply | undefined {
  const wrong = pathsOf(fields).find((path) => !known.includes(path.split('.')[0] ?? ''))
  if (wrong === undefined) return undefined
  return invalid('parameter_unknown', `Received unknown parameter: ${wrong}`, wrong)
}
