import { UnknownName } from '../http/control-call.ts'
import { envelope } from './envelope.ts'
import { verifyWebhook } from './handshake.ts'
import { deliverEcho, deliverInbound } from './inbound.ts'
import type { BatchShape } from './inbound.ts'
import type { Echo, InboundMessage } from './inbound-schema.ts'
import { INBOUND_LIFE_MS, UPLOADED_LIFE_MS, storeMedia } from './media-store.ts'
import type { MediaInput } from './media-store.ts'
import { openWindow } from './reply-window.ts'
import { mergeSettings, whatsAppFault } from './settings.ts'
import type { SettingsPatch, WhatsAppFaultInput } from './settings.ts'
import { deliverStatuses } from './statuses.ts'
import type { StatusInput } from './statuses.ts'
import { reviewTemplate } from './template-review.ts'
import type { Review } from './template-review.ts'
import { holdDeliveries, postWebhook, releaseDeliveries } from './webhooks.ts'
import type { SendOptions } from './webhooks.ts'
import { addNumber, getNumber } from './world.ts'
import type { NumberConfig, SentMessage, World } from './world.ts'

/** Everything a test or the control address can do with the vendor, bound to one world. */
export function actionsOf(world: World) {
  return { ...inboundActions(world), ...outboxActions(world), ...vendorActions(world) }
}
export type WhatsAppActions = ReturnType<typeof actionsOf>

/** What customers, staff with the phone, and the network do. */
function inboundActions(world: World) {
  return {
    /** A customer writes; resolves after the first webhook attempt. */
    deliverInbound: (phoneNumberId: string, message: InboundMessage) =>
      deliverInbound(world, getNumber(world, phoneNumberId), [message]),
    /** Several messages in one POST. */
    deliverBatch: (phoneNumberId: string, messages: InboundMessage[], as?: BatchShape) =>
      deliverInbound(world, getNumber(world, phoneNumberId), messages, as),
    deliverEcho: (phoneNumberId: string, echo: Echo) =>
      deliverEcho(world, getNumber(world, phoneNumberId), echo),
    /** Any bytes (string) or JSON value, signed unless told otherwise. */
    deliverRaw: (phoneNumberId: string, payload: unknown, options?: SendOptions) =>
      postWebhook(world, getNumber(world, phoneNumberId), payload, options),
    /** A `value` of any webhook field (history, account_update, out-of-band errors …). */
    deliverField: (phoneNumberId: string, field: string, value: Record<string, unknown>) => {
      const number = getNumber(world, phoneNumberId)
      return postWebhook(world, number, envelope(number, [value], field))
    },
    deliverStatuses: (
      phoneNumberId: string,
      statuses: StatusInput[],
      options?: { batched?: boolean },
    ) => deliverStatuses(world, getNumber(world, phoneNumberId), statuses, options),
    holdDeliveries: () => holdDeliveries(world),
    releaseDeliveries: (options?: { reversed?: boolean }) => releaseDeliveries(world, options),
    /** Every webhook so far with its attempts, oldest first. */
    deliveries: (phoneNumberId?: string) =>
      world.deliveries.filter((one) => (phoneNumberId ?? one.phoneNumberId) === one.phoneNumberId),
    /** Resolves when no status, retry or other background work is left. */
    settled: () => world.background.settled(),
  }
}

/** What the business's own calls left behind. */
function outboxActions(world: World) {
  return {
    /** Accepted messages, oldest first; `after` is the id of the last one already seen. */
    sent: (phoneNumberId: string, filter: { to?: string; after?: string } = {}): SentMessage[] => {
      const all = getNumber(world, phoneNumberId).sent
      const start = filter.after ? all.findIndex((one) => one.id === filter.after) + 1 : 0
      return all.slice(start).filter((one) => (filter.to ?? one.to) === one.to)
    },
    reads: (phoneNumberId: string) => [...getNumber(world, phoneNumberId).reads],
    clearSent: (phoneNumberId: string) => {
      const number = getNumber(world, phoneNumberId)
      Object.assign(number, { sent: [], reads: [] })
    },
    openWindow: (phoneNumberId: string, contact: string, at = world.clock.now()) =>
      openWindow(getNumber(world, phoneNumberId), contact, at),
    closeWindow: (phoneNumberId: string, contact: string) =>
      void getNumber(world, phoneNumberId).lastInboundAt.delete(contact),
    addMedia: (phoneNumberId: string, input: MediaInput & { source?: 'uploaded' | 'inbound' }) => {
      const { source, ...file } = input
      const lifeMs = source === 'uploaded' ? UPLOADED_LIFE_MS : INBOUND_LIFE_MS
      return storeMedia(world, getNumber(world, phoneNumberId).phoneNumberId, file, lifeMs)
    },
    findMedia: (id: string) => world.media.get(id),
  }
}

/** Configuration, faults, time. */
function vendorActions(world: World) {
  return {
    addNumber: (config: NumberConfig) => void addNumber(world, config),
    numbers: () => [...world.numbers.keys()],
    /** Make the GET handshake with the number's receiver. */
    verifyWebhook: (phoneNumberId: string, verifyToken?: string) => {
      const number = getNumber(world, phoneNumberId)
      if (!number.webhookUrl) throw new UnknownName(`number ${phoneNumberId} has no webhook`)
      return verifyWebhook(world, number.webhookUrl, verifyToken ?? number.verifyToken ?? '')
    },
    configure: (patch: SettingsPatch) => {
      world.settings = mergeSettings(world.settings, patch)
    },
    fail: (fault: WhatsAppFaultInput) => world.faults.add(whatsAppFault.parse(fault)),
    /** The token stops working: every call answers 401 / 190, subcode 463. */
    expireToken: (phoneNumberId: string) =>
      world.faults.add(
        whatsAppFault.parse({ kind: 'error', code: 190, subcode: 463, match: { phoneNumberId } }),
      ),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),
    advanceClock: (ms: number) => world.clock.advance(ms),
    templates: (wabaId: string) => world.templates.filter((one) => one.wabaId === wabaId),
    reviewTemplate: (review: Review) => reviewTemplate(world, review),
  }
}
