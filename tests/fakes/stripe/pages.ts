import { bytes } from '../http/exchange.ts'
import type { FakeReply, FakeRequest, Params } from '../http/exchange.ts'
import type { createCheckout } from './checkout.ts'
import type { SentEvent } from './events.ts'
import { render, troubleOf } from './world.ts'
import type { FakeIntent, FakeSession, World } from './world.ts'

type Deps = {
  world: World
  checkout: ReturnType<typeof createCheckout>
  make: (type: string, object: unknown, previous?: object) => SentEvent
  tell: (...events: SentEvent[]) => void
}

/** The vendor's own pages: a card is typed here, and a kept one taken away. */
export function createPages({ world, checkout, make, tell }: Deps) {
  function complete(session: FakeSession, number: string): void {
    const method = world.nextId('pm')
    const isKept = session.mode === 'setup' || session.keeps
    world.methods.set(method, { id: method, number, customer: isKept ? session.customer : null })
    session.status = 'complete'
    const events: SentEvent[] = []
    if (session.mode === 'setup') session.setupMethod = method
    else {
      const intent: FakeIntent = {
        ...{ id: world.nextId('pi'), status: 'succeeded', amount: session.amount, method },
        ...{ currency: session.currency, customer: session.customer, refunded: 0 },
        ...{ metadata: session.intentMetadata, keeps: session.keeps },
      }
      world.intents.set(intent.id, intent)
      session.intent = intent.id
      events.push(make('payment_intent.succeeded', render.intent(intent)))
    }
    events.push(make('checkout.session.completed', checkout.show(session, false)))
    tell(...events)
  }

  function pay(request: FakeRequest, { id = '' }: Params): FakeReply {
    const session = checkout.find(id)
    if (session?.status !== 'open') return page('This page is over', '<p>Go back to the shop.</p>')
    const form = new URLSearchParams(request.body.toString())
    if (form.has('cancel')) return leadTo(session.cancelUrl)
    const number = (form.get('number') ?? '').replace(/\s/g, '')
    if (!/^\d{13,19}$/.test(number)) return cardForm(session, 'Your card number is incomplete.')
    const trouble = troubleOf(number, false)
    if (trouble === '3ds' && !form.has('confirmed')) return confirmation(session, number)
    if (trouble && trouble !== '3ds') {
      tell(make('payment_intent.payment_failed', { id: 'pi_open', metadata: session.metadata }))
      return cardForm(session, 'Your card was declined.')
    }
    complete(session, number)
    return leadTo(session.successUrl.replace('{CHECKOUT_SESSION_ID}', session.id))
  }

  function leaveCard(request: FakeRequest, { id = '' }: Params): FakeReply {
    const customer = world.customers.get(id)
    const back = new URLSearchParams(request.body.toString()).get('back') ?? ''
    const method = customer?.defaultMethod && world.methods.get(customer.defaultMethod)
    if (customer && method) {
      customer.defaultMethod = null
      method.customer = null
      tell(make('payment_method.detached', render.method(method), { customer: id }))
    }
    return leadTo(back)
  }

  return {
    ...{ pay, leaveCard, complete },
    show: (_request: FakeRequest, { id = '' }: Params) => {
      const session = checkout.find(id)
      return session?.status === 'open' ? cardForm(session) : page('This page is over', '')
    },
    portal: (request: FakeRequest) =>
      page(
        'Your card',
        `<form method="post"><input type="hidden" name="back" value="${escape(request.query.get('back') ?? '')}">
         <button>Remove the card</button></form>`,
      ),
  }
}

function cardForm(session: FakeSession, problem = ''): FakeReply {
  const amount = (session.amount / 100).toFixed(2)
  const what =
    session.mode === 'setup'
      ? 'Save a card'
      : `Pay ${session.currency.toUpperCase()} ${amount} for ${session.label}`
  return page(
    what,
    `${problem && `<p role="alert">${escape(problem)}</p>`}
     <form method="post">
       <label>Card number <input name="number" inputmode="numeric" autocomplete="cc-number"
         value="4242 4242 4242 4242"></label>
       <p><button>${session.mode === 'setup' ? 'Save' : 'Pay'}</button>
       <button name="cancel" value="1">Go back</button></p>
       <p>4242… pays. …0002 is declined, …9995 has no money, …3155 asks for a confirmation,
         …0341 pays now and is declined later.</p>
     </form>`,
  )
}

function confirmation({ label }: FakeSession, number: string): FakeReply {
  return page(
    'Your bank asks',
    `<form method="post"><input type="hidden" name="number" value="${escape(number)}">
     <p>Confirm the payment of ${escape(label)}.</p>
     <button name="confirmed" value="1">Confirm</button></form>`,
  )
}

function page(title: string, body: string): FakeReply {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
    <style>body{font:16px/1.5 sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}
    input{width:100%;padding:.5rem;box-sizing:border-box}button{padding:.5rem 1rem}</style>
    <main><p>Stand-in for the card vendor</p><h1>${escape(title)}</h1>${body}</main></html>`
  return bytes(Buffer.from(html), 'text/html; charset=utf-8')
}

function leadTo(url: string): FakeReply {
  return { status: 303, headers: { location: url }, bytes: Buffer.alloc(0) }
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
