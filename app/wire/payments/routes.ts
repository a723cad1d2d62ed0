import { takeCallback } from '#app/platform/billing/mpesa/callback.server.ts'
import { STK_CALLBACK_PATH } from '#app/server/mpesa.server.ts'
import type { MpesaService } from '#app/server/mpesa.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { WireRoute } from '../declaration.ts'

const BODY_BYTES_MAX = 64 * 1024

/** Where payment vendors tell what became of a payment: the app host, an address per payment. */
export function paymentRoutes(runtime: Runtime, mpesa: MpesaService): WireRoute[] {
  return [
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
