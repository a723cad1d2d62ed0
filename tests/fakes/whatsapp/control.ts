import { z } from 'zod'
import { control, controlRead } from '../http/control-call.ts'
import { bytes, json } from '../http/exchange.ts'
import { route } from '../http/router.ts'
import type { Route } from '../http/router.ts'
import type { WhatsAppActions } from './fake.ts'
import { echoSchema, inboundBatch, inboundSchema } from './inbound-schema.ts'
import { settingsPatch, whatsAppFault } from './settings.ts'
import { templateStatus } from './template-schema.ts'
import { numberSchema } from './world.ts'

const statusInput = z.object({
  id: z.string(),
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  timestamp: z.number().int().optional(),
  recipient: z.string().optional(),
  callbackData: z.string().optional(),
  code: z.number().int().optional(),
  details: z.string().optional(),
})
const raw = z.object({
  body: z.unknown(),
  signature: z.string().nullable().optional(),
  secret: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
})
const review = z.object({
  wabaId: z.string(),
  name: z.string(),
  language: z.string().optional(),
  status: templateStatus,
  reason: z.string().optional(),
})
const field = z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) })
const statuses = z.object({
  statuses: z.array(statusInput).min(1),
  batched: z.boolean().optional(),
})
const contactWindow = z.object({ contact: z.string(), at: z.number().optional() })

/** The fake's own addresses for other processes, all below `/_control`. */
export function controlRoutes(fake: WhatsAppActions): Route[] {
  return [numberRoutes, outboxRoutes, deliverRoutes, faultRoutes, networkRoutes].flatMap((rows) =>
    rows(fake),
  )
}

function numberRoutes(fake: WhatsAppActions): Route[] {
  const id = '/_control/numbers/:id'
  return [
    route(
      'GET',
      '/_control/numbers',
      controlRead(() => ({ numbers: fake.numbers() })),
    ),
    route(
      'POST',
      '/_control/numbers',
      control(numberSchema, (input) => fake.addNumber(input)),
    ),
    route(
      'POST',
      `${id}/window`,
      control(contactWindow, (input, { id = '' }) => fake.openWindow(id, input.contact, input.at)),
    ),
    route(
      'POST',
      `${id}/verify`,
      control(z.object({ verifyToken: z.string().optional() }), (input, { id = '' }) =>
        fake.verifyWebhook(id, input.verifyToken),
      ),
    ),
  ]
}

function outboxRoutes(fake: WhatsAppActions): Route[] {
  const id = '/_control/numbers/:id'
  return [
    route(
      'GET',
      `${id}/sent`,
      controlRead(({ id = '' }, { query }) => {
        const filter = { to: query.get('to') ?? undefined, after: query.get('after') ?? undefined }
        return { sent: fake.sent(id, filter) }
      }),
    ),
    route(
      'DELETE',
      `${id}/sent`,
      controlRead(({ id = '' }) => fake.clearSent(id)),
    ),
    route(
      'GET',
      `${id}/reads`,
      controlRead(({ id = '' }) => ({ reads: fake.reads(id) })),
    ),
    route('GET', '/_control/media/:id', (_, { id = '' }) => {
      const media = fake.findMedia(id)
      return media ? bytes(media.bytes, media.mimeType) : json({ error: 'no such media' }, 404)
    }),
  ]
}

function deliverRoutes(fake: WhatsAppActions): Route[] {
  const id = '/_control/numbers/:id'
  const post = (name: string, answer: Route['answer']) => route('POST', `${id}/${name}`, answer)
  return [
    post(
      'inbound',
      control(inboundSchema, (input, { id = '' }) => fake.deliverInbound(id, input)),
    ),
    post(
      'inbound-batch',
      control(inboundBatch, ({ messages, as }, { id = '' }) => fake.deliverBatch(id, messages, as)),
    ),
    post(
      'echo',
      control(echoSchema, (input, { id = '' }) => fake.deliverEcho(id, input)),
    ),
    post(
      'statuses',
      control(statuses, (input, { id = '' }) => fake.deliverStatuses(id, input.statuses, input)),
    ),
    post(
      'raw',
      control(raw, ({ body, ...options }, { id = '' }) => fake.deliverRaw(id, body, options)),
    ),
    post(
      'field',
      control(field, (input, { id = '' }) => fake.deliverField(id, input.field, input.value)),
    ),
  ]
}

function faultRoutes(fake: WhatsAppActions): Route[] {
  const clock = z.object({ advanceMs: z.number().int().nonnegative() })
  return [
    route(
      'GET',
      '/_control/faults',
      controlRead(() => ({ faults: fake.faults() })),
    ),
    route(
      'POST',
      '/_control/faults',
      control(whatsAppFault, (input) => fake.fail(input)),
    ),
    route(
      'DELETE',
      '/_control/faults',
      controlRead(() => fake.clearFaults()),
    ),
    route(
      'PUT',
      '/_control/settings',
      control(settingsPatch, (input) => fake.configure(input)),
    ),
    route(
      'POST',
      '/_control/clock',
      control(clock, (input) => fake.advanceClock(input.advanceMs)),
    ),
    route(
      'POST',
      '/_control/template-review',
      control(review, (input) => fake.reviewTemplate(input)),
    ),
  ]
}

function networkRoutes(fake: WhatsAppActions): Route[] {
  const release = z.object({ reversed: z.boolean().optional() })
  return [
    route(
      'POST',
      '/_control/hold',
      controlRead(() => fake.holdDeliveries()),
    ),
    route(
      'POST',
      '/_control/release',
      control(release, (input) => fake.releaseDeliveries(input)),
    ),
    route(
      'GET',
      '/_control/deliveries',
      controlRead((_, { query }) => ({
        deliveries: fake.deliveries(query.get('phoneNumberId') ?? undefined),
      })),
    ),
  ]
}
