import type { ChannelEnv, ConnectedEndpoint, WebhookRequest } from '#app/channels/channel.ts'
import { phoneNumberIdsOf, readEnvelope } from '#app/channels/whatsapp-cloud/envelope.ts'
import type { Envelope } from '#app/channels/whatsapp-cloud/envelope.ts'
import type { WhatsAppSettings } from '#app/channels/whatsapp-cloud/settings.ts'
import { isSigned, ownPart } from '#app/channels/whatsapp-cloud/webhook.server.ts'
import { storeInboundEvent } from '#app/domain/endpoints/inbound-events.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { noteReminderNews } from './reminder-news.server.ts'
import { insideTenant } from './store-event.server.ts'
import type { WebhookStatus } from './store-event.server.ts'

const KIND = 'whatsapp-cloud'

/**
 * The address of an operator with one Meta app for every company: each number's part goes to
 * the company that claimed it, and what became of the platform's own reminders to their rows. The operator's signature says nothing about an endpoint with a
 * secret of its own, so those are not reached here.
 */
export async function storeAppLevelWebhook(
  runtime: Runtime,
  { rawBody, headers }: WebhookRequest,
  env: ChannelEnv,
): Promise<WebhookStatus> {
  if (!isSigned(rawBody, headers['x-hub-signature-256'], env.whatsApp.appSecret)) return 401
  const read = readEnvelope(rawBody)
  if (!read.ok) return read.status
  const statuses = await Promise.all(
    phoneNumberIdsOf(read.envelope).map((id) =>
      storeForNumber(runtime, id, read.envelope, rawBody),
    ),
  )
  return statuses.includes(503) ? 503 : 200
}

function storeForNumber(
  runtime: Runtime,
  phoneNumberId: string,
  envelope: Envelope,
  rawBody: Buffer,
): Promise<WebhookStatus> {
  const isOwn = noteReminderNews(runtime, phoneNumberId, envelope)
  const address = runtime.endpoints.findByExternalId(KIND, phoneNumberId)
  if (isOwn && !address) return Promise.resolve(200)
  if (!address || address.hasOwnSecret) return Promise.resolve(drop(runtime, 'unknown_number'))
  return insideTenant(runtime, address, (db, { row, endpoint }) => {
    const { settings } = endpoint as ConnectedEndpoint<WhatsAppSettings>
    const isReachedHere = settings.appSecret === undefined && row.status !== 'disabled'
    if (!isReachedHere || settings.phoneNumberId !== phoneNumberId) {
      return drop(runtime, 'number_not_reached_here')
    }
    // An account id is only somebody's claim; what the signature proves is the number.
    const byNumberOnly = { ...settings, wabaId: undefined }
    const part = ownPart(envelope, rawBody, { ...endpoint, settings: byNumberOnly })
    if (part.kind === 'store') {
      storeInboundEvent(db, { endpointId: row.id, eventId: part.eventId, raw: part.raw })
    }
    return 200
  })
}

function drop(runtime: Runtime, reason: string): WebhookStatus {
  runtime.log.warn({ channel: KIND, reason }, 'webhook dropped')
  return 200
}
