import type { Cards } from '#app/platform/billing/stripe/client.server.ts'
import { takeEvent } from '#app/platform/billing/stripe/events.server.ts'
import { takeCallback } from '#app/platform/billing/mpesa/callback.server.ts'
import { STRIPE_WEBHOOK_PATH } from '#app/server/cards.server.ts'
import { STK_CALLBACK_PATH } from '#app/server/mpesa.server.ts'
import type { MpesaService } from '#app/server/mpesa.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { WireRoute } from '../declaration.ts'

const BODY_BYTES_MAX = 64 * 1024
const EVENT_BYTES_MAX = 1024 * 1024

/** Where payment vendors tell what became of a payment: the app host, an address per payment. */
export function paymentRoutes(
  runtime: Runtime,
  { mpesa, cards }: { mpesa: MpesaService; cards: Cards | undefined },
): WireRoute[] {
  return [
    cardRoute(runtime, cards),
    {
      ...{ surface: 'app', method: 'POST', path: `${STK_CALLBACK_PATH}/:token` },
      ...{ access: 'public', csrf: false, body: 'raw', bodyMax: BODY_BYTES_MAX },
      run: (request, response) => {
        const paymentId = mpesa.readToken(request.params['token'] ?? '')
        if (paymentId === undefined) return void response.status(404).json({ error: 'not found' })
        if (!request.is('application/json'))
          return void response.status(415).json({ error: 'JSON only' })
        const raw = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
        const { outcome, isShapeWrong } = takeCallback(runtime.platform, {
          ...{ paymentId, raw, at: Date.now() },
        })
        if (outcome !== 'applied' && outcome !== 'repeated')
          runtime.log.warn({ payment: paymentId, outcome }, 'payment callback needs a look')
        if (isShapeWrong) return void response.status(400).json({ error: 'unknown shape' })
        response.json({ ResultCode: 0, ResultDesc: 'Accepted' })
      },
    },
  ]
}

/** Events of the card vendor, believed only with its signature over the exact bytes. */
function cardRoute(runtime: Runtime, cards: Cards | undefined): WireRoute {
  return {
    ...{ surface: 'app', method: 'POST', path: STRIPE_WEBHOOK_PATH },
    ...{ access: 'public', csrf: false, body: 'raw', bodyMax: EVENT_BYTES_MAX },
    run: (request, response) => {
      if (!cards?.takesEvents) return void response.status(404).json({ error: 'not found' })
      const signature = request.headers['stripe-signature']
      const raw = Buffer.isBuffer(request.body) ? request.body : undefined
      const event =
        raw && typeof signature === 'string' ? cards.readEvent(raw, signature) : undefined
      if (!event) return void response.status(400).json({ error: 'not signed by us' })
      const options = { isLive: cards.isLive, at: Date.now() }
      const outcome = takeEvent(runtime.platform, event, options)
      if (outcome === 'unmatched' || outcome === 'contradiction')
        runtime.log.warn({ event: event.id, type: event.type, outcome }, 'card event needs a look')
      response.json({ received: true })
    },
  }
}
